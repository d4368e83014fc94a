import type { Words } from '../language';
import { plural } from './plural';

export const models: Words['models'] = {
  measures: {
    thinking: 'Nachdenken',
    length: 'Länge',
    auto: 'Auto',
    usual: 'Wie das Modell es gewöhnlich tut',
    usually: (effort) => `Wie das Modell es gewöhnlich tut: ${effort}`,
  },
  modelList: {
    find: 'Modell suchen oder eingeben',
    placeholder: 'Modell suchen oder ID eingeben',
    models: 'Modelle',
    use: (id) => `„${id}“ verwenden`,
    prices: 'Preise gelten für 1 Mio. Tokens.',
    pricesAsOf: (day) => `Preise gelten für 1 Mio. Tokens, Stand ${day}.`,
    dated: (count) =>
      plural(
        count,
        'Noch eine Version mit Datum: Tippe, um sie zu finden.',
        'Noch # Versionen mit Datum: Tippe, um sie zu finden.',
      ),
  },
  modelRow: { notOffered: 'Wird von diesem Server nicht angeboten' },
  modelSelect: {
    id: 'ID des Modells',
    notOffered: (name) => `${name} (nicht angeboten)`,
    another: 'Anderes Modell …',
  },
  shutdownNote: {
    ends: (name, ending) => `${name}: ${ending}.`,
    use: (name) => `${name} verwenden`,
  },
  modelMenu: {
    incomplete: (why) => `${why} Diese Liste ist vielleicht unvollständig.`,
    label: (name, measure) => `Modell: ${name}${measure && `, ${measure}`}`,
    options: 'Chat-Optionen',
    reading: 'Die Liste wird gelesen …',
    title: 'Modell',
  },
  efforts: {
    none: 'Aus',
    minimal: 'Minimal',
    low: 'Niedrig',
    medium: 'Mittel',
    high: 'Hoch',
    xhigh: 'Extra',
    max: 'Max',
  },
  effortsInFull: {
    none: 'Aus',
    minimal: 'Minimal',
    low: 'Niedrig',
    medium: 'Mittel',
    high: 'Hoch',
    xhigh: 'Sehr hoch',
    max: 'Maximal',
  },
  verbosities: { low: 'Kurz', medium: 'Normal', high: 'Lang' },
  facts: {
    context: (tokens) => `${tokens} Kontext`,
    images: 'liest Bilder',
    reasons: 'denkt nach',
    price: (input, output) => `${input} Eingabe · ${output} Ausgabe`,
    ended: (day) => `Endete am ${day}`,
    ends: (day) => `Endet am ${day}`,
    replacement: (name) => `${name} tritt an seine Stelle`,
    some: 'Modell',
  },
  key: {
    looking: 'Blick in den Schlüsselbund …',
    none: 'Es ist kein Schlüssel gespeichert.',
    notNeeded: 'Dieser Server braucht keinen.',
    inRun: (hint) => `…${hint}, nur bis zum Beenden behalten`,
    inKeychain: (hint) => `…${hint}, im Schlüsselbund des Systems`,
  },
  leftOut: {
    'reasoning.effort': (model) =>
      `Bei ${model} lässt sich nicht einstellen, wie lange es nachdenkt; die Anfrage ging ohne das.`,
    'reasoning.summary': (model) =>
      `${model} fasst seine Gedanken nicht zusammen; die Anfrage ging ohne das.`,
    'text.verbosity': (model) =>
      `Bei ${model} lässt sich die Länge der Antwort nicht einstellen; die Anfrage ging ohne das.`,
    include: (model) => `${model} gibt seine versiegelten Gedanken nicht heraus; die Anfrage ging ohne sie.`,
    prompt_cache_key: (model) => `${model} nimmt keinen Cache-Schlüssel an; die Anfrage ging ohne ihn.`,
    stream_options: (model) => `${model} zählt beim Schreiben keine Tokens; die Anfrage ging ohne das.`,
    stream: (model) => `${model} schreibt hier nicht Wort für Wort und antwortet deshalb in einem Stück.`,
    instructions: (model) => `${model} nimmt keine Anweisungen an; die Anfrage ging ohne sie.`,
    max_output_tokens: (model) => `${model} nimmt keine Längengrenze an; die Anfrage ging ohne sie.`,
    'input.reasoning': (model) =>
      `${model} kann Gedanken nicht lesen, die für ein anderes Konto versiegelt sind; die Anfrage ging ohne sie.`,
  },
};
