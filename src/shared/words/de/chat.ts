import type { Words } from '../language';
import { plural } from './plural';

export const chat: Words['chat'] = {
  answer: {
    noText: 'Das Modell hat keinen Text geschickt.',
    copy: 'Antwort kopieren',
    again: 'Neu antworten',
    another: 'Anderes Modell oder anderer Aufwand',
    more: 'Mehr zu dieser Antwort',
    stopped: 'Gestoppt',
    interrupted: 'Unterbrochen',
    goOn: 'Weiter',
    askAgain: 'Noch einmal fragen',
    compacted: 'Frühere Nachrichten werden in gekürzter Form gesendet.',
    drawn: 'Vom Modell gezeichnetes Bild',
    beingDrawn: 'Bild, das gerade gezeichnet wird',
    declined: 'Das Modell hat abgelehnt.',
    sources: 'Quellen',
  },
  branchSwitch: {
    answer: {
      place: (at, of) => `Antwort ${at} von ${of}`,
      previous: 'Vorige Antwort',
      next: 'Nächste Antwort',
    },
    question: {
      place: (at, of) => `Frage ${at} von ${of}`,
      previous: 'Vorige Frage',
      next: 'Nächste Frage',
    },
    others: (count) => plural(count, '# weitere Version', '# weitere Versionen'),
  },
  composer: {
    message: 'Nachricht',
    reply: 'Antworten …',
    send: 'Nachricht senden',
    stop: 'Stoppen',
    stopByKey: 'Stoppen (Esc)',
    queued: 'Vorgemerkt. Sie geht raus, sobald die Antwort zu Ende ist.',
    hint: (mac, enterSends) => {
      const [enter, withShift] = mac ? ['Return', 'Umschalt-Return'] : ['Enter', 'Umschalt+Enter'];
      return enterSends
        ? `${enter} sendet · ${withShift} für eine neue Zeile`
        : `${withShift} sendet · ${enter} für eine neue Zeile`;
    },
    hintWhileBusy: 'Esc stoppt',
    hintToQueue: (mac, enterSends) => {
      const keys = `${enterSends ? '' : mac ? 'Umschalt-' : 'Umschalt+'}${mac ? 'Return' : 'Enter'}`;
      return `${keys} sendet nach der Antwort · Esc stoppt`;
    },
  },
  emptyChat: {
    suggestions: 'Vorschläge',
    explain: { label: 'Etwas erklären', text: 'Erkläre in einfachen Worten und mit einem Beispiel: ' },
    improve: {
      label: 'Einen Text verbessern',
      text: 'Mach diesen Text klarer und kürzer und behalte seinen Ton:\n\n',
    },
    plan: { label: 'Die nächsten Schritte planen', text: 'Hilf mir, Schritt für Schritt zu planen: ' },
  },
  errorCard: { details: 'Details' },
  errorFacts: {
    error: 'Fehler',
    happened: 'Was geschah',
    server: 'Server',
    status: 'Status',
    request: 'Anfrage-ID',
    parameter: 'Parameter',
    serverCode: 'So nennt es der Server',
    serverMessage: 'Der Server sagt',
  },
  findBar: {
    find: 'Im Chat suchen',
    noMatches: 'Keine Treffer',
    place: (at, of) => `${at} von ${of}`,
    previous: 'Voriger Treffer',
    next: 'Nächster Treffer',
    close: 'Suche schließen',
  },
  jumpToLatest: 'Zum Neuesten',
  outline: {
    outline: 'Gliederung',
    filterLabel: 'Gliederung filtern',
    filter: 'Filtern',
    none: 'Nichts hier enthält diese Wörter.',
  },
  question: {
    heading: (time) => `Du, ${time}`,
    copy: 'Frage kopieren',
    edit: 'Frage bearbeiten',
    more: 'Mehr zu dieser Frage',
    later: 'Du kannst sie senden, sobald die Antwort zu Ende ist.',
  },
  queued: {
    message: 'Vorgemerkte Nachricht',
    waits: 'Vorgemerkt: Sie geht raus, sobald die Antwort zu Ende ist.',
    notSent: 'Vorgemerkt und noch nicht gesendet.',
    sendNow: 'Jetzt senden',
  },
  setAside: {
    typed: 'Auch hier getippt',
    why: 'Das wurde zur selben Zeit in einem anderen Fenster an derselben Stelle getippt.',
    add: 'An die Nachricht anhängen',
  },
  reasoning: {
    thinking: 'Denkt nach …',
    thought: 'Nachgedacht',
    thoughtFor: (time) => `${time} nachgedacht`,
  },
  transcript: 'Unterhaltung',
  waitingLine: {
    again: (seconds) => `Neuer Versuch in ${seconds} s`,
    tryNow: 'Jetzt versuchen',
  },
  chatActions: {
    copyFormatted: 'Als formatierten Text kopieren',
    copyMarkdown: 'Als Markdown kopieren',
    copyPlain: 'Als reinen Text kopieren',
    fork: 'Neuer Chat ab hier',
    remove: 'Löschen',
    thinking: 'Neu antworten, Nachdenken',
    with: 'Neu antworten mit',
  },
  chatOptions: {
    account: 'Konto',
    accountNote: 'Wohin die Fragen dieses Chats ab jetzt gehen.',
    close: 'Chat-Optionen schließen',
    example: 'Zum Beispiel: Antworte auf Portugiesisch, in wenigen Zeilen.',
    folderHolds: 'Bleibt das Feld leer, gelten die des Ordners, wie im Feld gezeigt.',
    instructions: 'Anweisungen für diesen Chat',
    nothingHolds: 'Das Modell liest sie hier vor jeder Frage. Bleibt das Feld leer, erfährt es nichts.',
    settingsHold: 'Bleibt das Feld leer, gelten die aus den Einstellungen, wie im Feld gezeigt.',
    title: 'Chat-Optionen',
  },
  chatView: {
    ask: 'Frag, was du willst …',
    begin: 'Woran möchtest du arbeiten?',
    inFolder: (name) => `In ${name}`,
    notKept: 'Wird nicht gespeichert: kein Verlauf, keine Suche. Weg, sobald du ihn verlässt.',
    reply: 'Antworten …',
    temporary: 'Temporärer Chat',
    untitled: 'Chat',
  },
  dock: {
    addKey: 'Schlüssel hinzufügen',
    compacting: 'Dieser Chat wird verdichtet …',
    diskRefuses:
      'Die Festplatte nimmt gerade nichts an. Was du siehst, bleibt so lange im Arbeitsspeicher: Schaffe etwas Platz und beende Parley nicht.',
    noKey: 'Es ist kein Schlüssel gespeichert.',
    openLibrary: 'Meine Bibliothek öffnen',
    readOnly: 'Solange hier nur gelesen werden kann, kannst du nichts fragen.',
    summarising: 'Dieser Chat wird zusammengefasst …',
  },
  voice: {
    ready: (title) => `Antwort fertig in ${title}`,
    readyElsewhere: 'Antwort fertig in einem anderen Chat',
    waiting: (why, seconds) =>
      `${why} Neuer Versuch in ${seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`}.`,
  },
  announcer: {
    started: 'Antwort beginnt',
    finished: 'Antwort fertig',
    finishedWith: (words) => plural(words, 'Antwort fertig, # Wort', 'Antwort fertig, # Wörter'),
    stopped: 'Antwort gestoppt',
    stoppedWith: (words) => plural(words, 'Antwort gestoppt, # Wort', 'Antwort gestoppt, # Wörter'),
    working: (seconds) => `Noch in Arbeit, ${seconds} Sekunden`,
  },
  steps: {
    'web-search': {
      running: 'Sucht im Web',
      done: 'Im Web gesucht',
      failed: 'Die Websuche ist fehlgeschlagen',
    },
    'file-search': {
      running: 'Durchsucht Dateien',
      done: 'Dateien durchsucht',
      failed: 'Die Dateisuche ist fehlgeschlagen',
    },
    code: {
      running: 'Führt Code aus',
      done: 'Code ausgeführt',
      failed: 'Der Code ist fehlgeschlagen',
    },
    image: {
      running: 'Zeichnet ein Bild',
      done: 'Bild gezeichnet',
      failed: 'Das Bild konnte nicht gezeichnet werden',
    },
    mcp: {
      running: (name) => `Verwendet ${name}`,
      done: (name) => `${name} verwendet`,
      failed: (name) => `${name} konnte nicht verwendet werden`,
    },
    function: {
      running: (name) => `Ruft ${name} auf`,
      done: (name) => `${name} aufgerufen`,
      failed: (name) => `${name} konnte nicht aufgerufen werden`,
    },
    other: {
      running: (name) => `Führt ${name} aus`,
      done: (name) => `${name} ausgeführt`,
      failed: (name) => `${name} konnte nicht ausgeführt werden`,
    },
    someTool: 'Werkzeug',
    named: (what, name) => `${what}: ${name}`,
    goesOn: (what) => `${what} …`,
    withSources: (what, sources) => `${what} · ${plural(sources, '# Quelle', '# Quellen')}`,
  },
};
