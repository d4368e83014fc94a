import { AppError, type AppErrorData } from '../../shared/errors';
import type { Settings, Start } from '../../shared/model';
import type { Api } from '../api';

type Choices = Pick<Settings, 'theme' | 'defaultModel'>;

/** What the user has set, and the platform that the window follows. */
export class SettingsState {
  readonly #api: Api;
  current = $state.raw<Choices>({ theme: 'system', defaultModel: '' });
  platform = $state<Start['platform']>('linux');
  error = $state.raw<AppErrorData | null>(null);

  constructor(api: Api) {
    this.#api = api;
  }

  begin({ theme, defaultModel }: Choices, platform: Start['platform']): void {
    this.current = { theme, defaultModel };
    this.platform = platform;
  }

  /** Shows at once, and goes back when it could not be kept. */
  async change(change: Partial<Choices>): Promise<void> {
    const before = this.current;
    this.current = { ...before, ...change };
    this.error = null;
    try {
      await this.#api.call('settings.change', change);
    } catch (thrown) {
      // Only what was refused goes back: a newer choice stays.
      const { theme, defaultModel } = this.current;
      this.current = {
        theme: theme === change.theme ? before.theme : theme,
        defaultModel: defaultModel === change.defaultModel ? before.defaultModel : defaultModel,
      };
      this.error = AppError.from(thrown).toData();
    }
  }
}
