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
  /** Where one chooses it for the next answer. */
  efforts: {
    none: 'Off',
    minimal: 'Minimal',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    xhigh: 'Extra',
    max: 'Max',
  },
  effortsInFull: {
    none: 'Off',
    minimal: 'Minimal',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    xhigh: 'Extra high',
    max: 'Maximum',
  },
  verbosities: { low: 'Short', medium: 'Normal', high: 'Long' },
  facts: {
    context: (tokens: string) => `${tokens} context`,
    images: 'reads images',
    reasons: 'thinks',
    price: (input: string, output: string) => `${input} in · ${output} out`,
    ended: (day: string) => `Ended ${day}`,
    ends: (day: string) => `Ends ${day}`,
    replacement: (name: string) => `${name} takes its place`,
    some: 'Model',
  },
  key: {
    looking: 'Looking in the keychain…',
    none: 'No key is stored.',
    notNeeded: 'This server asks for none.',
    inRun: (hint: string) => `…${hint}, kept for this run only`,
    inKeychain: (hint: string) => `…${hint}, kept in the system keychain`,
  },
  /** That one was asked without what it refuses. */
  leftOut: {
    'reasoning.effort': (model: string) =>
      `${model} does not take a thinking effort, so it was asked without one.`,
    'reasoning.summary': (model: string) =>
      `${model} does not sum up its thoughts, so it was asked without that.`,
    'text.verbosity': (model: string) =>
      `${model} does not take an answer length, so it was asked without one.`,
    include: (model: string) =>
      `${model} does not hand out its sealed thoughts, so it was asked without them.`,
    prompt_cache_key: (model: string) => `${model} does not take a cache key, so it was asked without one.`,
    stream_options: (model: string) =>
      `${model} does not count tokens while it writes, so it was asked without that.`,
    stream: (model: string) =>
      `${model} does not write word by word here, so it was asked without, and answers in one piece.`,
    instructions: (model: string) => `${model} does not take instructions, so it was asked without them.`,
    max_output_tokens: (model: string) =>
      `${model} does not take a limit on its length, so it was asked without one.`,
    'input.reasoning': (model: string) =>
      `${model} cannot read thoughts sealed for another account, so it was asked without them.`,
  },
};
