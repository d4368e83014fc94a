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
  /** Who shows it; otherwise only ours and the limit. */
  readonly everyone?: boolean;
}

/** What every contender is compared by. */
export const main: Workload = { name: '100 KB', way: 'paced', answer: '100 KB', everyone: true };
export const finished: Workload = {
  name: '100 KB, finished',
  way: 'once',
  answer: '100 KB',
  everyone: true,
};
export const hurried100: Workload = { name: '100 KB, hurried', way: 'hurried', answer: '100 KB' };
export const hurried400: Workload = { name: '400 KB, hurried', way: 'hurried', answer: '400 KB' };

export const workloads: readonly Workload[] = [
  finished,
  { name: '8 KB, hurried', way: 'hurried', answer: '8 KB' },
  hurried100,
  hurried400,
  { name: '8 KB', way: 'paced', answer: '8 KB' },
  { name: '400 KB, its end', way: 'paced', answer: '400 KB', from: 0.97 },
  main,
];
