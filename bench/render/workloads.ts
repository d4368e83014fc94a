import type { AnswerName } from './answers.ts';

/** How an answer is shown: at a pace, as fast as the contender takes it, or at once. */
export interface Workload {
  readonly name: string;
  readonly way: 'paced' | 'hurried' | 'once';
  readonly answer: AnswerName;
  /** The part of it that is there at the start; 0 when not told. */
  readonly from?: number;
  /** Chunks a second; 500 when not told. */
  readonly perSecond?: number;
  /** Who shows it: everyone, ours and the limit, or ours alone, where lines of plain text take minutes. */
  readonly who: 'everyone' | 'ours and plain' | 'ours';
}

/** What every contender is compared by. */
export const main: Workload = { name: '100 KB', way: 'paced', answer: '100 KB', who: 'everyone' };
export const finished: Workload = {
  name: '100 KB, finished',
  way: 'once',
  answer: '100 KB',
  who: 'everyone',
};
export const hurried100: Workload = {
  name: '100 KB, hurried',
  way: 'hurried',
  answer: '100 KB',
  who: 'ours and plain',
};
export const hurried400: Workload = {
  name: '400 KB, hurried',
  way: 'hurried',
  answer: '400 KB',
  who: 'ours',
};

export const workloads: readonly Workload[] = [
  finished,
  { name: '8 KB, hurried', way: 'hurried', answer: '8 KB', who: 'ours and plain' },
  hurried100,
  hurried400,
  { name: '8 KB', way: 'paced', answer: '8 KB', who: 'ours and plain' },
  { name: '400 KB, its end', way: 'paced', answer: '400 KB', from: 0.97, who: 'ours and plain' },
  main,
];
