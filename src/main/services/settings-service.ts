import type { Input } from '../../shared/contract';
import { type Settings, type Theme, usualSettings } from '../../shared/settings';
import type { SettingsStore } from '../storage/settings-store';

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
    return { ...usualSettings, ...this.#deps.settings.read() };
  }

  change(changes: Input<'settings.change'>): Settings {
    this.#deps.settings.write(changes);
    if (changes.theme) this.#deps.applyTheme(changes.theme);
    return this.all();
  }
}
