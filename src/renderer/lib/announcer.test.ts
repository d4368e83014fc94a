import { expect, test } from 'vitest';
import { usualSettings } from '../../shared/settings';
import { Speech } from '../markdown/speech';
import { Announcer } from './announcer';

/** Somebody who listens to one answer, by a clock that stands still until it is told the time. */
function listener(chosen: Partial<typeof usualSettings> = {}) {
  const said: string[] = [];
  const settings = { ...usualSettings, ...chosen };
  const announcer = new Announcer({
    say: (text) => void said.push(text),
    choices: () => settings,
    speech: () => new Speech(true),
  });
  return {
    said,
    at: (seconds: number, text: string, id = 'answer') => announcer.tick(seconds * 1000, { id, text }),
    ends: (text: string, status: 'done' | 'stopped' | 'failed' = 'done', id = 'answer') =>
      announcer.end({ id, text, status }),
    leave: () => announcer.leave(),
    choose: (changes: Partial<typeof usualSettings>) => Object.assign(settings, changes),
  };
}

test('a short answer says only its end', () => {
  const { said, at, ends } = listener();
  at(0, '');
  at(30, 'The');
  at(30.9, 'The sky is');
  ends('The sky is blue.');
  expect(said).toEqual(['Answer finished, 4 words']);
});

test('a longer one says that it has begun, a second after its first word, and that it has ended', () => {
  const { said, at, ends } = listener();
  at(0, '');
  at(5, 'The');
  at(5.75, 'The sky');
  expect(said).toEqual([]);
  at(6, 'The sky is');
  at(7, 'The sky is blue. Why? Because');
  ends('The sky is blue. Why? Because it is.');
  expect(said).toEqual(['Answer started', 'Answer finished, 8 words']);
});

test.each([
  ['Yes.', 'Answer finished, 1 word'],
  ['**Yes**, `no`: [it](https://a.example/b/c).', 'Answer finished, 3 words'],
  ['```ts\nconst a = 1;\n```', 'Answer finished'],
  ['', 'Answer finished'],
])('%j ends as %j', (text, end) => {
  const { said, ends } = listener();
  ends(text);
  expect(said).toEqual([end]);
});

test('an answer that was stopped says how much of it there is; one that failed is left to its card', () => {
  const { said, ends } = listener({ announce: 'answer' });
  ends('The sky', 'stopped');
  ends('', 'stopped');
  ends('The sky', 'failed');
  expect(said).toEqual(['Answer stopped, 2 words', 'Answer stopped']);
});

test('who wants to know hears every 20 seconds that it goes on', () => {
  const { said, at, ends } = listener({ announceProgress: true });
  for (const second of [0, 10, 19.9, 20, 21, 39]) at(second, '');
  at(40, 'Well');
  for (const second of [41, 59, 60.2]) at(second, 'Well, so');
  ends('Well, so.');
  expect(said).toEqual([
    'Still working, 20 seconds',
    'Still working, 40 seconds',
    'Answer started',
    'Still working, 60 seconds',
    'Answer finished, 2 words',
  ]);
});

test('the whole answer is read at its end, as it reads', () => {
  const { said, at, ends } = listener({ announce: 'answer' });
  at(0, 'One.');
  const text =
    '# Why\n\nSee [*this*](https://a.example/). $a^2$ holds.\n\n```ts\na();\nb();\n```\n\n1. One\n2. Two';
  ends(text);
  expect(said).toEqual(['Why\nSee this. formula holds.\nCode, TypeScript, 2 lines\n1. One 2. Two']);
});

test('a sentence is read when its successor has begun, and never twice or by half', () => {
  const { said, at, ends } = listener({ announce: 'sentences' });
  at(0, '');
  at(1, 'The **sky');
  at(2, 'The **sky is blue.');
  expect(said).toEqual(['Answer started']);
  at(3, 'The **sky is blue.** It');
  expect(said.at(-1)).toBe('The sky is blue.');
  at(4, 'The **sky is blue.** It scatters. Light');
  at(5, 'The **sky is blue.** It scatters. Light is\n\n```py\nprint(1)\n');
  at(6, 'The **sky is blue.** It scatters. Light is\n\n```py\nprint(1)\nprint(2)\n```\n');
  expect(said.slice(2)).toEqual(['It scatters.', 'Light is']);
  ends('The **sky is blue.** It scatters. Light is\n\n```py\nprint(1)\nprint(2)\n```\n\n- A\n- B');
  expect(said).toEqual([
    ...['Answer started', 'The sky is blue.', 'It scatters.', 'Light is'],
    ...['Code, Python, 2 lines', 'A', 'B', 'Answer finished, 10 words'],
  ]);
});

test('however an answer arrives, its sentences are each read once and whole', () => {
  const text =
    '## Hue\n\nAir scatters blue light. That is *Rayleigh* scattering! Is it so? Yes.\n\n' +
    '1. First. And more.\n2. Second `code.` here\n   - [link](https://a.example/) text\n\n' +
    '> A quote. Two.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$$x$$\n\nEnd. Of it.';
  const once = listener({ announce: 'sentences' });
  once.ends(text);
  for (const step of [1, 7, 40]) {
    const { said, at, ends } = listener({ announce: 'sentences' });
    at(0, '');
    for (let length = step; length < text.length; length += step) at(length / step, text.slice(0, length));
    ends(text);
    expect(said).toEqual(['Answer started', ...once.said]);
  }
});

test('who comes to an answer that is half written hears what is written from then on', () => {
  const { said, at, ends, leave } = listener({ announce: 'sentences' });
  at(0, 'One. Two');
  at(1, 'One. Two. Three');
  leave();
  at(9, 'One. Two. Three. Four. Five');
  at(11, 'One. Two. Three. Four. Five. Six');
  ends('One. Two. Three. Four. Five. Six.');
  expect(said).toEqual(['Two.', 'Five.', 'Six.', 'Answer finished, 6 words']);
});

test('who asks for sentences in the middle does not hear what was written before', () => {
  const { said, at, ends, choose } = listener();
  at(0, '');
  at(1, 'One.');
  at(2, 'One. Two. Three');
  choose({ announce: 'sentences' });
  at(3, 'One. Two. Three. Four');
  at(4, 'One. Two. Three. Four. Five');
  ends('One. Two. Three. Four. Five.');
  expect(said).toEqual(['Answer started', 'Four.', 'Five.', 'Answer finished, 5 words']);
});

test('the next answer is heard from its beginning', () => {
  const { said, at, ends } = listener({ announce: 'sentences' });
  at(0, '');
  at(1, 'One.');
  at(2, 'One. Two');
  ends('One. Two.');
  at(3, '', 'next');
  at(4, 'Three.', 'next');
  at(5, 'Three. Four', 'next');
  ends('Three. Four.', 'done', 'next');
  expect(said.slice(4)).toEqual(['Answer started', 'Three.', 'Four.', 'Answer finished, 2 words']);
});
