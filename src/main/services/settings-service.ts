import type { Input } from '../../shared/contract';
import type { Settings, Theme } from '../../shared/model';
import type { SettingsStore } from '../storage/settings-store';

const defaults: Settings = {
  theme: 'system',
  instructions: '',
  titles: true,
  askBeforeQuit: false,
  openConversation: null,
};

export interface SettingsServiceDeps {
  readonly settings: SettingsStore;
  readonly applyTheme: (theme: Theme) => void;
}

/** The user's choices. */
export class SettingsService {
  readonly #deps: SettingsServiceDeps;

  constructor(deps: SettingsServiceDeps) {
    this.#deps = deps;
    deps.applyTheme(this.all().theme);
  }

  all(): Settings {
    return { ...defaults, ...this.#deps.settings.read() };
  }

  change(changes: Input<'settings.change'>): Settings {
    this.#deps.settings.write(changes);
    if (changes.theme) this.#deps.applyTheme(changes.theme);
    return this.all();
  }
}
