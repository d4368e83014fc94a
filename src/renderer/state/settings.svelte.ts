import { AppError, type AppErrorData } from '../../shared/errors';
import type { Settings, Start } from '../../shared/model';
import type { Api } from '../api';

/** What the user has set, and the platform that the window follows. */
export class SettingsState {
  readonly #api: Api;
  current = $state.raw<Settings>({ theme: 'system', defaultModel: '', openConversation: null });
  platform = $state<Start['platform']>('linux');
  error = $state.raw<AppErrorData | null>(null);

  constructor(api: Api) {
    this.#api = api;
  }

  begin(settings: Settings, platform: Start['platform']): void {
    this.current = settings;
    this.platform = platform;
  }

  /** Shows at once, and goes back when it could not be kept. */
  async change(change: Pick<Partial<Settings>, 'theme' | 'defaultModel'>): Promise<void> {
    const before = this.current;
    this.current = { ...before, ...change };
    this.error = null;
    try {
      this.current = await this.#api.call('settings.change', change);
    } catch (thrown) {
      this.current = before;
      this.error = AppError.from(thrown).toData();
    }
  }
}
