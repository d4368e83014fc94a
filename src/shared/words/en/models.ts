import { plural } from './plural';

/** Models and accounts. */
export const models = {
  measures: {
    thinking: 'Thinking',
    length: 'Length',
    auto: 'Auto',
    usual: 'As the model usually does',
    usually: (effort: string) => `As the model usually does: ${effort}`,
  },
  modelList: {
    find: 'Find or type a model',
    placeholder: 'Find a model, or type its id',
    models: 'Models',
    use: (id: string) => `Use “${id}”`,
    prices: 'Prices are for 1M tokens.',
    pricesAsOf: (day: string) => `Prices are for 1M tokens, as of ${day}.`,
    dated: (count: number) =>
      plural(count, 'One dated version more: type to find it.', '# dated versions more: type to find them.'),
  },
  modelRow: { notOffered: 'Not offered by this server' },
  modelSelect: {
    id: 'The model’s id',
    notOffered: (name: string) => `${name} (not offered)`,
    another: 'Another model…',
  },
  shutdownNote: {
    /** `ending` is a sentence of its own: “Ends on 1 March.” */
    ends: (name: string, ending: string) => `${name} ${ending.charAt(0).toLowerCase()}${ending.slice(1)}.`,
    use: (name: string) => `Use ${name}`,
  },
  modelMenu: {
    incomplete: (why: string) => `${why} This list may be incomplete.`,
    label: (name: string, measure: string) => `Model: ${name}${measure && `, ${measure}`}`,
    options: 'Chat options',
    reading: 'Reading the list…',
    title: 'Model',
  },
};
