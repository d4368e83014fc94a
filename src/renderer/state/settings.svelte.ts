import type { AppEvent } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Start } from '../../shared/model';
import { type Settings, usualSettings } from '../../shared/settings';
import { type CommandName, keysOf } from '../../shared/commands';
import { ariaKeys, keysLabel } from '../../shared/keys';
import type { Api } from '../api';

type Choices = Omit<Settings, 'openConversation'>;

/** What the user has set, and the platform that the window follows. */
export class SettingsState {
  readonly #api: Api;
  #changing = 0;
  current = $state.raw<Choices>(usualSettings);
  /** The colour that the user gave the system; null where it has none, or was not asked for it. */
  systemAccent = $state<string | null>(null);
  platform = $state<Start['platform']>('linux');
  error = $state.raw<AppErrorData | null>(null);

  constructor(api: Api) {
    this.#api = api;
  }

  begin(choices: Choices, platform: Start['platform']): void {
    this.current = choices;
    this.platform = platform;
  }

  /** It may have been changed in another window. While this one changes something, its own word is the newer. */
  receive(event: AppEvent): void {
    if (event.name === 'accent.changed') this.systemAccent = event.accent;
    if (event.name === 'settings.changed' && this.#changing === 0) this.current = event.settings;
  }

  /** Only a colour: without an answer Parley's own stays. */
  async readAccent(): Promise<void> {
    this.systemAccent = await this.#api.call('system.accent').catch(() => null);
  }

  /** The keys of a command, as they are shown; none: ''. */
  keys(command: CommandName): string {
    const keys = keysOf(command, this.platform, this.current);
    return keys === null ? '' : keysLabel(keys, this.platform);
  }

  /** The keys of a command for `aria-keyshortcuts`. */
  ariaKeys(command: CommandName): string | undefined {
    const keys = keysOf(command, this.platform, this.current);
    return keys === null ? undefined : ariaKeys(keys, this.platform);
  }

  clearError(): void {
    this.error = null;
  }

  /** Shows at once, and goes back when it could not be kept. */
  async change(change: Partial<Choices>): Promise<void> {
    const before: Partial<Choices> = this.current;
    this.current = { ...this.current, ...change };
    this.clearError();
    this.#changing += 1;
    try {
      await this.#api.call('settings.change', change);
    } catch (thrown) {
      const now: Partial<Choices> = this.current;
      // Only what was refused goes back: a newer choice stays.
      const refused = namesOf(change).filter((name) => now[name] === change[name]);
      this.current = { ...this.current, ...Object.fromEntries(refused.map((name) => [name, before[name]])) };
      this.error = AppError.from(thrown).toData();
    } finally {
      this.#changing -= 1;
    }
  }
}

function namesOf(change: Partial<Choices>): readonly (keyof Choices)[] {
  return Object.keys(change).filter((name): name is keyof Choices => name in usualSettings);
}
