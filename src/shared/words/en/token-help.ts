/** What the example of the explanation reckons with; all of it is written out. */
interface Example {
  readonly model: string;
  readonly input: string;
  readonly output: string;
  readonly inputPrice: string;
  readonly outputPrice: string;
  readonly million: string;
  /** How many answers a dollar pays for. */
  readonly answers: string;
}

/** What a token is, and how tokens become dollars. */
export const tokenHelp = {
  close: 'Close the explanation',
  costs: {
    title: 'What they cost',
    text: 'Every model has a price for what it reads, the input, and a higher one for what it writes, the output. The input is not only your question: the instructions and all of the chat so far are read again each time, so a long chat costs more with every question. What the server still remembers of it, the cached input, is cheaper. What a model thinks before it answers counts as output, though you do not see it.',
  },
  /** What stands before the sum, and what after it. */
  example: (it: Example): readonly [before: string, after: string] => [
    `An example: with ${it.model}, ${it.input} tokens in and ${it.output} out cost ${it.input} × ${it.inputPrice} / ${it.million} + ${it.output} × ${it.outputPrice} / ${it.million} =`,
    `. A dollar pays for about ${it.answers} such answers.`,
  ],
  pages: {
    title: 'At OpenAI',
    billing: { label: 'Billing', note: 'your credit and invoices' },
    limits: { label: 'Limits', note: 'how much you may use' },
    pricing: { label: 'Pricing', note: 'what each model costs' },
    tokens: { label: 'Tokens', note: 'OpenAI’s own explanation' },
    usage: { label: 'Usage', note: 'what OpenAI counted' },
  },
  plan: {
    title: 'An API account is not a ChatGPT plan.',
    text: 'What you use with a key is paid for by the token, from the credit of the API account. A ChatGPT subscription pays for none of it, and credit on the one cannot be spent on the other.',
  },
  rules: [
    ['1 token', 'about 4 characters, or ¾ of an English word'],
    ['100 tokens', 'about 75 words'],
    ['A sentence or two', 'about 30 tokens'],
    ['A paragraph', 'about 100 tokens'],
    ['1,500 words', 'about 2,048 tokens'],
  ] as readonly (readonly [what: string, amount: string])[],
  text: 'A model does not read letters or words. Text is cut into tokens first: a common word is one, a rare or a long word is several, and so are digits, signs and the spaces of code. What it answers is written token by token, too. Other languages than English often need more of them for the same thing said.',
  title: 'What is a token?',
  today: {
    title: 'Today’s models',
    prices: 'US dollars for a million tokens, in the standard tier',
    pricesAsOf: (day: string) => `US dollars for a million tokens, in the standard tier; as of ${day}`,
  },
  tutorial: {
    title: 'The models of the tutorial',
    prices: 'US dollars for a million tokens, as they were last',
    text: 'Parley grew out of a tutorial on asking OpenAI from Python, which used these three.',
  },
};
