/** Stands in for OpenAI in `npm run demo`: a few prepared answers, at the pace of a model, that say what they are. */
import { randomBytes } from 'node:crypto';
import type { ResponsesRequest } from './check-request.ts';
import { questionIn, startOpenAiServer, type WrittenAnswer } from './openai-server.ts';

/** About sixty tokens a second. */
const PACE_MS = 16;

const demonstration = 'This is a demonstration: the answer was prepared beforehand, and no model was asked.';

/** The first whose words occur in the question. */
const prepared: readonly { readonly about: RegExp; readonly answer: string }[] = [
  {
    about: /\b(sky|blue|sunset|light|rainbow)\b/i,
    answer: `Sunlight looks white, but it is made of every colour. On its way through the air it meets molecules that are far smaller than the waves of light themselves, and these scatter short waves much more strongly than long ones: blue light about four times as much as red. This is called Rayleigh scattering.

So while the red and yellow light comes to you more or less straight from the sun, the blue light is thrown around until it reaches you from everywhere. Wherever you look, away from the sun, you see scattered light, and scattered light is blue.

In the evening the light crosses many times as much air. Most of the blue has been scattered out of it before it arrives, and what is left is orange and red. It is the same effect, seen from the other end.

One question remains: violet waves are shorter still, so why is the sky not violet? The sun sends out less violet than blue, some of it is absorbed high above us, and our eyes are much less sensitive to it.`,
  },
  {
    about: /\b(tokens?|costs?|price|prices|cheap|expensive|money)\b/i,
    answer: `A token is the unit in which a language model reads and writes. It is often a whole short word, or a piece of a longer one. In English a token is about four characters, so that a hundred tokens are some seventy-five words, and a page of text is roughly five hundred.

You pay for both directions. What you send counts as input: not only the new question but the whole conversation before it, since the model remembers nothing by itself. What comes back counts as output, and that is usually the more expensive side, often five times as much.

Three habits keep the bill small:
  1. Begin a new chat when the subject changes, so that old messages are not sent again.
  2. Choose a small model for small things.
  3. Ask for a short answer when a short one will do.

Prices are given for a million tokens. At two dollars for a million, a thousand words of input cost about a quarter of a cent.`,
  },
  {
    about: /\b(code|program|function|python|javascript|typescript|async|bug)\b/i,
    answer: `The heart of it is small. A function that is asynchronous does not block the program while it waits: it hands control back, and goes on when the answer has come.

    async function answer(question) {
      const stream = await model.ask(question);
      for await (const piece of stream) show(piece);
    }

The first line asks, and waits for the beginning of the answer only. The loop then takes each piece as it arrives, so that the reader sees the first words after a moment and not after the last one.

Two things are easily forgotten. A stream that ends is not always a stream that is complete: look for the event that says so. And whoever starts a request should be able to stop it, so pass an AbortSignal along from the start.`,
  },
  {
    about: /\b(write|letter|mail|email|poem|story|invitation)\b/i,
    answer: `Here is a draft to start from.

    Dear Mara,

    the garden has come back. The quince is in flower a week early, the bees have found it, and yesterday we carried the long table out under the trees for the first time this year.

    Come on Saturday, if you can. We shall eat when it gets dark and not before. Bring nothing but the story about the ferry, which nobody here tells as well as you do.

    Yours,
    Anton

It is kept plain on purpose: short sentences, concrete things, one request. If you would like it more formal, I should leave out the ferry and give a time; if you would like it warmer, I should add one line about when you last met.`,
  },
];

const anythingElse = `You can write to Parley as you would to a colleague, and the answer appears word by word while it is being written. You can stop it at any time; what had arrived by then is kept.

Try a few things here:
  - Ask something further in this chat: the whole conversation is sent along.
  - Start a second chat and come back to this one.
  - Stop an answer in the middle, then ask again.
  - Ask about the blue sky, about what a token costs, about code, or for a letter.

With a key of your own, the answers come from the model that you choose. The key is kept in your system's keychain, and your chats stay on this computer.`;

/** Ends with `close()`. The key is new each time, and opens nothing but this server. */
export async function startDemoServer() {
  const key = `sk-demo-${randomBytes(16).toString('hex')}`;
  const server = await startOpenAiServer({ key, answer: answerTo });
  return { address: server.address, key, close: () => server.close() };
}

function answerTo(request: ResponsesRequest): WrittenAnswer {
  const question = questionIn(request);
  const { answer } = prepared.find(({ about }) => about.test(question)) ?? { answer: anythingElse };
  return { words: tokensOf(`${answer}\n\n${demonstration}`), delayMs: PACE_MS };
}

/** Short words whole, long ones in pieces: how a model's answer arrives. */
const tokensOf = (text: string): string[] => text.match(/\s*\S{1,6}/gu) ?? [];
