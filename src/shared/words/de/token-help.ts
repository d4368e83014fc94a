import type { Words } from '../language';

export const tokenHelp: Words['money']['tokenHelp'] = {
  close: 'Erklärung schließen',
  costs: {
    title: 'Was sie kosten',
    text: 'Jedes Modell hat einen Preis für das, was es liest, die Eingabe, und einen höheren für das, was es schreibt, die Ausgabe. Zur Eingabe gehört nicht nur deine Frage: Die Anweisungen und der ganze bisherige Chat werden jedes Mal wieder gelesen. Darum kostet ein langer Chat mit jeder Frage mehr. Was der Server davon noch im Gedächtnis hat, die Eingabe aus dem Cache, ist billiger. Was ein Modell denkt, bevor es antwortet, zählt als Ausgabe, auch wenn du es nicht siehst.',
  },
  example: (it) => [
    `Ein Beispiel: Mit ${it.model} kosten ${it.input} Tokens Eingabe und ${it.output} Tokens Ausgabe zusammen ${it.input} × ${it.inputPrice} / ${it.million} + ${it.output} × ${it.outputPrice} / ${it.million} =`,
    `. Ein Dollar reicht für etwa ${it.answers} solche Antworten.`,
  ],
  pages: {
    title: 'Bei OpenAI',
    billing: { label: 'Abrechnung', note: 'dein Guthaben und deine Rechnungen' },
    limits: { label: 'Limits', note: 'wie viel du nutzen darfst' },
    pricing: { label: 'Preise', note: 'was jedes Modell kostet' },
    tokens: { label: 'Tokens', note: 'wie OpenAI sie selbst erklärt' },
    usage: { label: 'Nutzung', note: 'was OpenAI gezählt hat' },
  },
  plan: {
    title: 'Ein API-Konto ist kein ChatGPT-Abo.',
    text: 'Was du mit einem Schlüssel nutzt, wird nach Tokens abgerechnet und vom Guthaben des API-Kontos bezahlt. Ein ChatGPT-Abo deckt nichts davon, und das Guthaben des einen gilt nicht für das andere.',
  },
  rules: [
    ['1 Token', 'etwa 4 Zeichen oder ¾ eines englischen Wortes'],
    ['100 Tokens', 'etwa 75 englische Wörter'],
    ['Ein, zwei Sätze', 'etwa 30 Tokens'],
    ['Ein Absatz', 'etwa 100 Tokens'],
    ['1.500 Wörter', 'etwa 2.048 Tokens'],
  ],
  text: 'Ein Modell liest weder Buchstaben noch Wörter. Text wird zuerst in Tokens zerlegt: Ein häufiges Wort ist eines, ein seltenes oder langes sind mehrere, ebenso Ziffern, Zeichen und die Leerzeichen in Programmcode. Auch die Antwort wird Token für Token geschrieben. Andere Sprachen als Englisch, auch Deutsch, brauchen für dasselbe oft mehr davon.',
  title: 'Was ist ein Token?',
  today: {
    title: 'Die Modelle von heute',
    prices: 'US-Dollar für eine Million Tokens, im Standardtarif',
    pricesAsOf: (day) => `US-Dollar für eine Million Tokens, im Standardtarif; Stand ${day}`,
  },
  tutorial: {
    title: 'Die Modelle der Anleitung',
    prices: 'US-Dollar für eine Million Tokens, nach dem letzten Preis',
    text: 'Parley ist aus einer Anleitung entstanden, wie man OpenAI aus Python heraus fragt. Sie nutzte diese drei.',
  },
};
