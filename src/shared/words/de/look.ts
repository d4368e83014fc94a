import type { Words } from '../language';
import { plural } from './plural';

export const look: Words['look'] = {
  appearance: {
    theme: {
      label: 'Farbschema',
      find: 'hell dunkel nacht modus thema theme',
      system: 'System',
      light: 'Hell',
      dark: 'Dunkel',
    },
    contrast: {
      label: 'Kontrast',
      note: 'Mehr: kräftigere Ränder und keine blassen Wörter.',
      find: 'hoch lesbar',
      system: 'System',
      more: 'Mehr',
    },
    accent: {
      label: 'Akzentfarbe',
      note: 'Für die wichtigste Aktion und für alles Ausgewählte.',
      onlyLight:
        'Für die wichtigste Aktion und für alles Ausgewählte. Im Dunkeln wäre die Farbe des Systems nicht lesbar, dort gilt die von Parley.',
      onlyDark:
        'Für die wichtigste Aktion und für alles Ausgewählte. Im Hellen wäre die Farbe des Systems nicht lesbar, dort gilt die von Parley.',
      none: 'Für die wichtigste Aktion und für alles Ausgewählte. Dieses System hat keine eigene Farbe, darum gilt die von Parley.',
      unreadable:
        'Für die wichtigste Aktion und für alles Ausgewählte. Die Farbe des Systems wäre hier nicht lesbar, darum gilt die von Parley.',
      find: 'blau hervorhebung system',
      parley: 'Parley',
      system: 'System',
    },
    density: {
      label: 'Dichte',
      note: 'Wie hoch die Zeilen von Listen und die Knöpfe sind.',
      find: 'kompakt bequem abstand zeilen größe',
      comfortable: 'Bequem',
      compact: 'Kompakt',
    },
    titleBar: {
      label: 'Eingebettete Titelleiste',
      note: 'Die Knöpfe des Fensters liegen in der Leiste von Parley. Das gilt für Fenster, die ab jetzt geöffnet werden.',
      find: 'rahmen fensterknöpfe linux',
    },
    motion: {
      label: 'Bewegung',
      note: 'Reduziert: Nichts gleitet, wächst oder pulsiert.',
      find: 'animation ruhig',
      system: 'System',
      reduce: 'Reduziert',
    },
    lineWidth: {
      label: 'Zeilenbreite',
      note: 'Von Chat und Eingabefeld, soweit das Fenster den Platz hat.',
      find: 'spalte schmal breit',
      narrow: 'Schmal',
      normal: 'Normal',
      wide: 'Breit',
      full: 'Voll',
    },
    dollarMaths: {
      label: '$…$ als Formel lesen',
      note: 'Nur wo es eine sein kann: „$5 und $10“ bleibt Geld. Was in $$…$$ oder \\(…\\) steht, ist immer eine Formel.',
      find: 'latex katex mathe mathematik tex',
    },
  },
  accessibility: {
    answers: {
      label: 'Antworten im Screenreader',
      note: 'Was von einer Antwort im offenen Chat angesagt wird. Code und Formeln werden nur genannt.',
      find: 'ansagen vorlesen stimme nvda voiceover orca bildschirmleser',
    },
    ways: {
      ends: { name: 'Anfang und Ende', note: '„Antwort beginnt“, dann „Antwort fertig, 140 Wörter“.' },
      sentences: { name: 'Jeden Satz', note: 'Sobald er vollständig ist, während die Antwort entsteht.' },
      answer: { name: 'Die ganze Antwort', note: 'In einem Stück, sobald sie fertig ist.' },
    },
    progress: {
      label: 'Ansagen, dass eine Antwort noch unterwegs ist',
      note: 'Alle 20 Sekunden: „Noch in Arbeit, 20 Sekunden“.',
      find: 'fortschritt warten',
    },
  },
  about: {
    text: 'Parley ist ein Fenster, um mit OpenAIs Modellen zu reden, mit deinem eigenen Schlüssel. Chats bleiben auf diesem Computer; nichts geht an jemand anderen als den Server, den du verbindest.',
    version: { label: 'Version', find: 'ausgabe nummer electron chromium node sqlite' },
    parts: (electron, chromium, node, sqlite) =>
      `Electron ${electron} · Chromium ${chromium} · Node ${node} · SQLite ${sqlite}`,
    diagnostics: {
      label: 'Diagnose',
      note: 'Versionen, Einstellungen und Zahlen für eine Fehlermeldung. Kein Schlüssel, keine Adresse, kein Name, kein Wort aus einem Chat.',
      find: 'fehler bericht protokoll hilfe',
      copy: 'Diagnose kopieren',
      copied: 'Diagnose kopiert',
    },
    links: {
      title: 'Bei OpenAI',
      keys: { label: 'API-Schlüssel', note: 'Schlüssel anlegen und widerrufen' },
      billing: { label: 'Abrechnung', note: 'Guthaben aufladen, Rechnungen ansehen' },
      usage: { label: 'Nutzung', note: 'Was verbraucht wurde, nach Tag und Modell' },
      pricing: { label: 'Preise', note: 'Was jedes Modell kostet' },
      limits: { label: 'Grenzen', note: 'Wie viel du im Monat oder in der Minute nutzen darfst' },
      status: { label: 'Status', note: 'Ob OpenAI eine Störung hat' },
    },
    licences: {
      label: 'Lizenzen',
      note: (count) =>
        plural(
          count,
          'Parley ist frei unter der MIT-Lizenz und enthält # Paket von anderen.',
          'Parley ist frei unter der MIT-Lizenz und enthält # Pakete von anderen.',
        ),
      find: 'open source pakete abhängigkeiten',
      search: 'Paket suchen',
      none: 'Kein Paket mit diesem Namen.',
    },
  },
  search: {
    label: 'Einstellungen durchsuchen',
    short: 'Suchen',
    results: 'Gefundene Einstellungen',
    found: (count) => plural(count, '# Einstellung gefunden', '# Einstellungen gefunden'),
    none: (typed) => `Nichts heißt „${typed}“.`,
  },
};
