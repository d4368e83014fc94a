import type { Product } from '../shared/about';
import type { AppEvent } from '../shared/contract';
import type { LibraryTrouble } from '../shared/library-care';
import type { Start } from '../shared/model';
import type { Settings } from '../shared/settings';
import type { Patience } from './openai/silence';
import type { Found } from './services/account-service';
import type { Desktop } from './services/desktop';
import type { Vault } from './services/keys';
import type { Ways } from './services/network-service';

/** What the app is given by the shell around it. */
export interface Environment {
  readonly libraryPath: string;
  /** What the library is encrypted with. */
  readonly libraryKey?: string | null;
  /** Why nothing may be changed in it. */
  readonly readOnly?: LibraryTrouble | null;
  /** Where keys lie; otherwise in the system's keychain. */
  readonly vault?: Vault;
  /** What OpenAI's variables offered. */
  readonly found: Found;
  readonly platform: Start['platform'];
  readonly fetch: typeof globalThis.fetch;
  readonly network: Ways;
  /** Whether the system believes that there is a network. */
  readonly online: () => boolean;
  /** How long a server may say nothing, where that is not as usual. */
  readonly patience?: Partial<Patience>;
  readonly emit: (event: AppEvent) => void;
  /** Has the system show what was chosen: at the start, and whenever something was changed. */
  readonly applySettings: (settings: Settings) => void;
  /** The file that counts tokens in a thread of its own. */
  readonly tokenWorker: URL;
  /** The file that does the library's long jobs in threads of their own. */
  readonly libraryWorker: URL;
  /** Asks the user where to keep a file of that name; null where they would rather not. */
  readonly chooseFile: (name: string) => Promise<string | null>;
  /** Asks the user which file to read; null where they would rather not. */
  readonly openFile: () => Promise<string | null>;
  /** Asks the user which certificate to read; null where they would rather not. */
  readonly openCertificate: () => Promise<string | null>;
  /** Prints a page that lies in a file, unseen. */
  readonly printPdf: (page: string) => Promise<Uint8Array>;
  /** The system around the app. */
  readonly desktop: Desktop;
  readonly showInFolder: (path: string) => void;
  /** The colour that the user gave the system, `#rrggbb`; null where it has none. */
  readonly accent?: () => string | null;
  /** What the app and its system are; left out where nobody asks. */
  readonly product?: () => Product;
  /** Hears of mistakes that nobody foresaw. */
  readonly report: (what: string, error: unknown) => void;
}
