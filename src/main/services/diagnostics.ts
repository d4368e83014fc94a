import { statSync } from 'node:fs';
import type { AboutFacts, Product } from '../../shared/about';
import type { LibrarySize } from '../../shared/library-care';
import type { Settings } from '../../shared/settings';
import type { Database } from '../storage/database';
import type { Jobs } from './jobs';
import type { SettingsService } from './settings-service';

interface DiagnosticsDeps {
  readonly product: () => Product;
  readonly sqlite: () => string;
  readonly settings: () => Settings;
  /** Null where it could not be read. */
  readonly size: () => Promise<LibrarySize | null>;
  readonly bytes: () => number;
  readonly encrypted: boolean;
}

/** What is told of each mistake, and of how many. */
const ERRORS = 10;
const ENTRY = /^\[(\d{4}-\d\d-\d\d \d\d:\d\d)/;
const KIND = /\b[A-Z][A-Za-z]{0,30}Error\b/;
const CODE = /\bcode: '([A-Z][A-Z0-9]{1,15}(?:_[A-Z0-9]{1,15}){0,4})'/;

/** What Parley is, and what it says of itself in a report. Whoever reads that learns nothing of its user. */
export class Diagnostics {
  readonly #deps: DiagnosticsDeps;

  constructor(deps: DiagnosticsDeps) {
    this.#deps = deps;
  }

  facts(): AboutFacts {
    const { version, electron, chromium, node, os } = this.#deps.product();
    return { version, electron, chromium, node, os, sqlite: this.#deps.sqlite() };
  }

  async report(): Promise<string> {
    const { bytes, encrypted, product, settings, size } = this.#deps;
    const { locale, scale, log } = product();
    const { version, electron, chromium, node, sqlite, os } = this.facts();
    const counts = await size();
    const errors = errorsIn(log);
    return [
      `Parley ${version}`,
      // eslint-disable-next-line parley/words-in-catalogue -- for who mends Parley
      `Electron ${electron}, Chromium ${chromium}, Node ${node}, SQLite ${sqlite}`,
      `${os}, ${locale}, scale ${scale}`,
      [
        counts
          ? `Library: ${counts.conversations} chats, ${counts.messages} messages`
          : 'Library: not counted',
        `${bytes()} bytes, ${encrypted ? 'encrypted' : 'not encrypted'}`,
      ].join(', '),
      'Settings:',
      ...Object.entries(withoutTexts(settings())).map(([name, value]) => `  ${name}: ${String(value)}`),
      errors.length === 0 ? 'Errors: none' : 'Errors:',
      ...errors.map((error) => `  ${error}`),
    ].join('\n');
  }
}

interface About {
  readonly libraryPath: string;
  readonly libraryKey?: string | null;
  /** Left out where nobody asks. */
  readonly product?: () => Product;
}

interface Parts {
  readonly db: Database;
  readonly settings: SettingsService;
  readonly jobs: Jobs;
}

/** Of the library that is open. It is counted in a thread, since it may be large. */
export function createDiagnostics(
  { libraryPath: path, libraryKey: key = null, product = unknownProduct }: About,
  { db, settings, jobs }: Parts,
): Diagnostics {
  return new Diagnostics({
    product,
    sqlite: () => db.engineVersion,
    settings: () => settings.all(),
    size: async () => (await jobs.run('measure', { paths: [path], key }))[0] ?? null,
    bytes: () => statSync(path).size,
    encrypted: key !== null,
  });
}

const unknownProduct = (): Product => ({
  ...{ version: '', electron: '', chromium: '', node: process.versions.node, os: '' },
  ...{ locale: '', scale: 1, log: '' },
});

/** Only what is named here is told: a new setting is not, until someone has thought of it. */
function withoutTexts(settings: Settings): Readonly<Record<string, string | number | boolean | null>> {
  const { language, theme, contrast, accent, density, motion, textSize, lineWidth, dollarMaths } = settings;
  const { announce, announceProgress, titles, longestAnswer, countExactlyAbove, askBeforeQuit } = settings;
  const { enterSends, tray, notifications, updates, trashDays, budgets, shortcuts, quickAsk, proxy } =
    settings;
  return {
    ...{ language, theme, contrast, accent, density, motion, textSize, lineWidth, dollarMaths },
    ...{ announce, announceProgress, titles, longestAnswer, countExactlyAbove, askBeforeQuit },
    ...{ enterSends, tray, notifications, updates, trashDays },
    instructions: settings.instructions === '' ? 'none' : 'some',
    budgets: Object.values(budgets).filter((budget) => budget !== null).length,
    shortcuts: `${Object.keys(shortcuts).length} changed`,
    quickAsk: quickAsk.on,
    proxy: proxy.mode,
  };
}

/** When, of which kind and with which code each mistake was, the newest last; what else the log says is left out. */
function errorsIn(log: string): readonly string[] {
  const entries = log.split(/\n(?=\[\d{4}-)/).flatMap((entry) => {
    const time = ENTRY.exec(entry)?.[1];
    if (time === undefined) return [];
    return [[time, KIND.exec(entry)?.[0] ?? 'Error', CODE.exec(entry)?.[1] ?? ''].join(' ').trim()];
  });
  return entries.slice(-ERRORS);
}
