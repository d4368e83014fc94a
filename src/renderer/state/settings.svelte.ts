import { AppError, type AppErrorData } from '../../shared/errors';
import type { Settings, Start } from '../../shared/model';
import type { Api } from '../api';

type Choices = Omit<Settings, 'openConversation'>;

/** What the user has set, and the platform that the window follows. */
export class SettingsState {
  readonly #api: Api;
  current = $state.raw<Choices>({ theme: 'system', instructions: '', titles: true, askBeforeQuit: false });
  platform = $state<Start['platform']>('linux');
  error = $state.raw<AppErrorData | null>(null);

  constructor(api: Api) {
    this.#api = api;
  }

  begin({ theme, instructions, titles, askBeforeQuit }: Choices, platform: Start['platform']): void {
    this.current = { theme, instructions, titles, askBeforeQuit };
    this.platform = platform;
  }

  clearError(): void {
    this.error = null;
  }

  /** Shows at once, and goes back when it could not be kept. */
  async change(change: Partial<Choices>): Promise<void> {
    const before = this.current;
    const shown = { ...before, ...change };
    this.current = shown;
    this.clearError();
    try {
      await this.#api.call('settings.change', change);
    } catch (thrown) {
      const now = this.current;
      // Only what was refused goes back: a newer choice stays.
      const back = <K extends keyof Choices>(name: K) => (now[name] === shown[name] ? before : now)[name];
      this.current = {
        theme: back('theme'),
        instructions: back('instructions'),
        titles: back('titles'),
        askBeforeQuit: back('askBeforeQuit'),
      };
      this.error = AppError.from(thrown).toData();
    }
  }
}
