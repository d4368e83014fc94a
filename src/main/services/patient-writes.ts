import { AppError, type AppErrorData } from '../../shared/errors';

/** What waits in memory; more than this and the writer is told. In UTF-16 units. */
const MOST = 1_000_000;
const AGAIN_MS = 5_000;

export interface PatientWritesDeps {
  /** The disk has begun to refuse, or, with null, it takes everything again. */
  readonly changed: (trouble: AppErrorData | null) => void;
  readonly againMs?: number;
}

/** Writes what must not be lost: what the disk refuses waits in memory, in order, and is tried again. */
export class PatientWrites {
  readonly #deps: PatientWritesDeps;
  #waiting: { readonly work: () => void; readonly size: number }[] = [];
  #size = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: PatientWritesDeps) {
    this.#deps = deps;
  }

  /** The disk refuses: what was written last is in memory only. */
  get waiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Throws `DISK_FAILED` when too much waits already; what was handed over is kept all the same. */
  write(work: () => void, size: number): void {
    this.#waiting.push({ work, size });
    this.#size += size;
    this.again();
    if (this.#size > MOST) throw new AppError('DISK_FAILED', 'The disk does not take the answer.');
  }

  /** Tries what waits. */
  again(): void {
    const waited = this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        next.work();
        this.#size -= next.size;
        this.#waiting.shift();
      }
      if (waited) this.#deps.changed(null);
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (error.code !== 'DISK_FAILED') {
        this.#waiting.shift(); // a mistake of ours, which would come again for ever
        throw error;
      }
      this.#timer = setTimeout(() => this.again(), this.#deps.againMs ?? AGAIN_MS);
      this.#timer.unref();
      if (!waited) this.#deps.changed(error.toData());
    }
  }

  /** One last try. */
  close(): void {
    if (this.waiting) this.again();
    clearTimeout(this.#timer);
  }
}
