import type { Encoding } from './encoding';

export interface ToWorker {
  readonly id: number;
  readonly texts: readonly string[];
  readonly encoding: Encoding;
}

export interface FromWorker {
  readonly id: number;
  readonly counts: readonly number[];
}
