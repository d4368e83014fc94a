import type { AppEvent } from '../../src/shared/contract';
import type { Reply } from '../../src/shared/errors';

export type ToCore =
  | { readonly id: number; readonly name: string; readonly input: unknown }
  /** Closes and opens the library again, in the same process. */
  | { readonly restart: number }
  /** How much time its processor has spent, as `process.cpuUsage()`. */
  | { readonly cpu: number }
  /** For how many milliseconds its loop was held up at most, since this was last asked. */
  | { readonly blocked: number };

export type FromCore =
  | { readonly ready: true }
  | { readonly id: number; readonly reply: Reply<unknown> }
  /** When it was emitted, in milliseconds since the epoch, by a clock that does not jump. */
  | { readonly event: AppEvent; readonly at: number }
  | { readonly mistake: string };
