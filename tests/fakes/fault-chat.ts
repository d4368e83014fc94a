/** The ways in which Chat Completions ends an answer, and what servers put in or leave out. */
import { sendEvents, type Fault } from './fault.ts';
import { chatDone, chatEvent, halfText, wholeText, words, type SentEvent } from './speech.ts';

const said = words.map((content) => chatEvent({ content }));
const half = said.slice(0, 5);
const stopped = chatEvent({}, 'stop');

const chunks = (text: string, events: readonly SentEvent[], more: Partial<Fault> = {}): Fault => ({
  api: 'chat',
  text,
  meet: ({ http }) => sendEvents(http, events),
  ...more,
});
const whole = (events: readonly SentEvent[], text = wholeText) => chunks(text, events, { whole: true });

const bare = (event: SentEvent): SentEvent => {
  const { choices } = JSON.parse(event.data) as {
    choices: { delta: object; finish_reason: string | null }[];
  };
  return {
    name: null,
    data: JSON.stringify({ choices: choices.map(({ delta, finish_reason }) => ({ delta, finish_reason })) }),
  };
};
const call = (part: object) => chatEvent({ tool_calls: [{ index: 0, ...part }] });

export const chatFaults = {
  'chat-no-done': whole([...said, stopped]),
  'chat-no-ids': whole(
    [...said, stopped, chatDone].map((event) => (event === chatDone ? event : bare(event))),
  ),
  'chat-empty-choices': whole([
    chatEvent({}, null, { choices: [] }),
    ...said,
    stopped,
    chatEvent({}, null, { choices: [] }),
  ]),
  'chat-null-choices': whole([chatEvent({}, null, { choices: null }), ...said, stopped, chatDone]),
  'chat-null-content': whole([chatEvent({ role: 'assistant', content: null }), ...said, stopped, chatDone]),
  'chat-reason-with-words': whole([
    ...said.slice(0, -1),
    chatEvent({ content: words.at(-1) }, 'stop'),
    chatDone,
  ]),
  'chat-usage-everywhere': whole([
    ...said.map(({ data }) => ({ name: null, data: data.replace('{', '{"usage":null,') })),
    chatEvent({}, 'stop', { usage: { prompt_tokens: 1, completion_tokens: 9, total_tokens: 10 } }),
    chatDone,
  ]),
  'chat-reasoning-content': whole([chatEvent({ reasoning_content: 'Hm.' }), ...said, stopped, chatDone]),
  'chat-reasoning': whole([chatEvent({ reasoning: 'Hm.' }), ...said, stopped, chatDone]),
  'chat-tool-calls': whole([
    ...said,
    call({ id: 'call_1', type: 'function', function: { name: 'look', arguments: '' } }),
    call({ function: { arguments: '{"at":"sky"}' } }),
    chatEvent({}, 'tool_calls'),
    chatDone,
  ]),
  'chat-refusal': whole([chatEvent({ role: 'assistant', refusal: 'No.' }), stopped, chatDone], 'No.'),
  'chat-unknown-reason': whole([...said, chatEvent({}, 'eos'), chatDone]),
  'chat-empty': whole([chatEvent({ role: 'assistant', content: '' }), stopped, chatDone], ''),
  'chat-length': chunks(halfText, [...half, chatEvent({}, 'length'), chatDone]),
  'chat-filter': chunks(halfText, [...half, chatEvent({}, 'content_filter'), chatDone]),
  /** The last line, but never a reason. */
  'chat-no-reason': chunks(halfText, [...half, chatDone]),
  'chat-only-done': chunks('', [chatDone]),
  'chat-error-as-text': chunks(halfText, [...half, { name: null, data: 'error: the worker has died' }]),
} satisfies Record<string, Fault>;
