import type { Words } from '../language';
import { account } from './account';
import { network } from './network';
import { plural } from './plural';

export const settings: Words['settings'] = {
  title: 'Einstellungen',
  close: 'Einstellungen schließen',
  sectionList: 'Bereiche der Einstellungen',
  sections: {
    general: 'Allgemein',
    account: 'Konten & Schlüssel',
    models: 'Modelle',
    budgets: 'Budgets',
    chats: 'Chats',
    library: 'Bibliothek',
    appearance: 'Darstellung',
    shortcuts: 'Tastenkürzel',
    desktop: 'Desktop',
    network: 'Netzwerk',
    accessibility: 'Bedienungshilfen',
    about: 'Info & Updates',
  },
  general: {
    language: {
      label: 'Sprache',
      note: 'Von allem, was Parley sagt, und zwar sofort. Modelle antworten in der Sprache, in der du schreibst.',
      find: 'englisch deutsch language übersetzung',
      system: 'System',
    },
    askBeforeQuit: {
      label: 'Vor dem Beenden fragen, während eine Antwort entsteht',
      note: 'Auch ohne Nachfrage bleibt, was schon da ist, und die Antwort kann später weitergehen.',
      find: 'schließen verlassen bestätigen',
    },
  },
  account,
  network,
  accountCard: {
    usual: 'Standard',
    keyAt: (address, hint) => `${address} · Schlüssel …${hint}`,
  },
  accountNames: {
    name: 'Name',
    more: 'Organisation und Projekt',
    about: 'Nur für Schlüssel, die für mehrere gelten. Die IDs stehen in den Einstellungen von OpenAI.',
    organization: 'Organisation',
    project: 'Projekt',
    oneWord: 'Ein Wort, wie es in den Einstellungen von OpenAI steht',
  },
  confirm: { yes: 'Entfernen', no: 'Behalten' },
  keyForm: {
    key: 'OpenAI-API-Schlüssel',
    check: 'Prüfen und weiter',
    checking: 'Wird geprüft …',
    kept: 'Dein Schlüssel steht noch im Feld.',
    looksRight: 'Sieht gut aus. Wir prüfen ihn mit einer kostenlosen Anfrage, die deine Modelle auflistet.',
    looksOdd: 'Schlüssel von OpenAI beginnen mit „sk-“. Wir prüfen ihn trotzdem.',
    free: 'Die Prüfung ist kostenlos.',
    get: 'Schlüssel holen',
  },
  serverForm: {
    address: 'Serveradresse',
    hint: 'Jeder Server, der die API von OpenAI spricht. Die meisten Adressen enden auf /v1.',
    key: 'API-Schlüssel (optional)',
    connect: 'Verbinden',
    connecting: 'Wird verbunden …',
  },
  textSize: {
    size: 'Textgröße',
    note: 'Gilt für den Text eines Chats und den Code darin. Der Zoom vergrößert das ganze Fenster.',
    pixels: (size) => `${size} px`,
    back: (size) => `Zurück auf ${size} px`,
    sample: 'Die Luft streut das Sonnenlicht, und blaues stärker als rotes: Darum ist der Himmel blau.',
  },
  tryError: {
    keepForRun: 'Schlüssel nur bis zum Beenden behalten',
    forRun: 'Er bleibt im Arbeitsspeicher und ist weg, wenn Parley beendet wird.',
  },
  chats: {
    deleteAll: {
      label: 'Alle Chats',
      note: 'Sie kommen in den Papierkorb, auch angeheftete und archivierte. Ordner bleiben.',
      ask: 'Alles löschen …',
      erasedAfter: (days) =>
        `Alle Chats kommen in den Papierkorb. Nach ${plural(days, 'einem Tag', '# Tagen')} werden sie von diesem Computer gelöscht.`,
      stay: 'Alle Chats kommen in den Papierkorb. Dort bleiben sie, bis du sie endgültig löschst.',
      yes: 'Alles löschen',
    },
    export: {
      label: 'Export',
      note: 'Jeder Chat, als Markdown, HTML oder PDF, oder als JSON, das sich wieder importieren lässt.',
      act: 'Alle exportieren …',
    },
    import: {
      label: 'Chats von woanders',
      note: 'Aus ChatGPT, Claude, LibreChat, Open WebUI, Chatbox, Cherry Studio oder einem anderen Parley.',
      act: 'Importieren …',
    },
    instructions: {
      label: 'Anweisungen',
      note: 'Das Modell liest sie vor jeder Frage, in jedem Chat, der keine eigenen hat. Sie zählen als Eingabe.',
      example:
        'Zum Beispiel: Ich arbeite in der Pflege. Nutze metrische Einheiten. Sag, wenn du unsicher bist.',
    },
    trash: {
      label: 'Gelöschtes behalten',
      note: 'Im Papierkorb, aus dem du es zurückholen kannst.',
      days: (days) => plural(days, '# Tag', '# Tage'),
      forever: 'Bis ich es endgültig lösche',
    },
  },
  firstRun: {
    found: 'In der Umgebung wurde ein Schlüssel gefunden.',
    foundFor: (address) => `In der Umgebung wurde ein Schlüssel gefunden. Er würde für ${address} verwendet.`,
    key: {
      title: 'Bring deinen Schlüssel mit',
      text: 'Chats bleiben auf diesem Computer. Dein Schlüssel liegt im Schlüsselbund des Systems und wird nur an OpenAI gesendet.',
      other: 'Du nutzt Ollama, LM Studio oder Azure?',
      toOther: 'Anderen Server verbinden',
    },
    server: {
      title: 'Anderen Server verbinden',
      text: 'Chats bleiben auf diesem Computer. Ein Schlüssel liegt im Schlüsselbund des Systems und wird nur an diesen Server gesendet.',
      other: 'Du hast einen Schlüssel von OpenAI?',
      toOther: 'OpenAI-Schlüssel verwenden',
    },
    useFound: (end) => `Schlüssel aus OPENAI_API_KEY verwenden (…${end})`,
  },
  models: {
    defaultModel: { label: 'Standardmodell', note: 'Damit beginnen neue Chats.' },
    found: (count) => plural(count, '# Modell gefunden.', '# Modelle gefunden.'),
    longest: {
      label: 'Längste Antwort',
      note: 'Eine längere endet dort und kann weitergehen. Was ein Modell denkt, bevor es antwortet, zählt mit.',
      any: 'So lang wie möglich',
    },
    offered: 'Was der Server anbietet',
    offeredBy: (account) => `Was ${account} anbietet`,
    readAgain: 'Neu lesen',
    titles: {
      label: 'Bessere Titel von einem kleinen Modell',
      note: 'GPT-6 Luna liest die erste Frage eines Chats und formuliert seinen Titel: etwa 0,00002 $ pro Chat. Nur mit dem Server von OpenAI.',
    },
    unread: 'Noch nicht gelesen.',
  },
  budgets: {
    intro:
      'Parley sagt dir bei 80 % eines Budgets Bescheid und sendet nichts, was darüber hinausginge: keine Frage, keinen Titel, keine Zusammenfassung. Solange ein Budget gilt, hat jede Antwort eine Höchstlänge, damit sie nicht mehr kosten kann, als noch übrig ist.',
    day: { label: 'Pro Tag' },
    month: { label: 'Pro Monat' },
    conversation: { label: 'Pro Chat' },
    note: 'Tage und Monate sind die im Kalender dieses Computers. Was ausgegeben ist, ergibt sich aus dem, was der Server zählt, und den Preisen, die Parley kennt; maßgeblich ist deine Rechnung von OpenAI.',
    spent: {
      day: (sum) => `Ausgegeben: ${sum} heute`,
      month: (sum) => `Ausgegeben: ${sum} diesen Monat`,
      conversation: (sum) => `Ausgegeben: ${sum} im offenen Chat`,
    },
  },
  library: {
    backUp: 'Jetzt sichern',
    backingUp: 'Wird gesichert …',
    backups: {
      label: 'Sicherungen',
      note: 'Eine am Tag entsteht von selbst, und eine vor jedem Update. Die letzten sieben werden aufbewahrt.',
    },
    folder: { label: 'Ordner' },
    made: 'Die Sicherung ist erstellt und geprüft.',
    move: 'Verschieben …',
    none: 'Es gibt noch keine.',
    restoring:
      'Deine Chats werden wieder, wie sie damals waren. So, wie sie jetzt sind, werden sie vorher gesichert, damit du zurückkannst.',
    encryption: {
      encrypt: 'Verschlüsseln …',
      label: 'Chats auf diesem Computer verschlüsseln',
      newBackup:
        'Die bisherigen Sicherungen werden durch eine neue ersetzt, die ebenfalls verschlüsselt ist. Aufbewahrte Dateien einer beschädigten oder verschobenen Bibliothek werden entfernt.',
      newKey: 'Neuer Schlüssel …',
      note: 'Wer an die Festplatte dieses Computers oder an seine Sicherungen kommt, kann sie dann nicht lesen. Der Schlüssel kommt in den Schlüsselbund des Systems.',
      noteOn:
        'Sie sind verschlüsselt. Der Schlüssel liegt im Schlüsselbund des Systems und öffnet sie von selbst.',
      turnOff: {
        act: 'Ausschalten …',
        ask: 'Deine Chats liegen dann unverschlüsselt auf der Festplatte, und die bisherigen Sicherungen werden durch eine neue ersetzt.',
        no: 'Anlassen',
        yes: 'Ausschalten',
      },
    },
  },
};
