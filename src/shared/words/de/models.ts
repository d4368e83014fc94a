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
};
