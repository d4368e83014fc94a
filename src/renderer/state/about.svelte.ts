import type { AboutFacts } from '../../shared/about';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Api } from '../api';

/** How long it is shown that something was copied. */
const SHOWN_MS = 2000;

/** What Parley is made of, and what it tells of itself in a report. */
export class About {
  readonly #api: Api;
  readonly #write: (text: string) => Promise<void>;
  facts = $state.raw<AboutFacts | null>(null);
  copied = $state(false);
  error = $state.raw<AppErrorData | null>(null);

  /** `write` puts a text on the clipboard and says so. */
  constructor(api: Api, write: (text: string) => Promise<void>) {
    this.#api = api;
    this.#write = write;
  }

  /** They are nice to know: where they cannot be read, the rest is there. */
  async read(): Promise<void> {
    this.facts = await this.#api.call('about.facts').catch(() => null);
  }

  async copy(): Promise<void> {
    this.error = null;
    try {
      await this.#write(await this.#api.call('about.diagnostics'));
      this.copied = true;
      setTimeout(() => (this.copied = false), SHOWN_MS);
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    }
  }
}
