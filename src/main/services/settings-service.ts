import type { AppEvent, Input } from '../../shared/contract';
import { type Settings, usualSettings } from '../../shared/settings';
import type { SettingsStore } from '../storage/settings-store';

export interface SettingsServiceDeps {
  readonly settings: SettingsStore;
  /** Has the system show what was chosen: at the start, and whenever something was changed. */
  readonly applySettings: (settings: Settings) => void;
  readonly emit: (event: AppEvent) => void;
}

/** The user's choices. */
export class SettingsService {
  readonly #deps: SettingsServiceDeps;

  constructor(deps: SettingsServiceDeps) {
    this.#deps = deps;
    deps.applySettings(this.all());
  }

  all(): Settings {
    return { ...usualSettings, ...this.#deps.settings.read() };
  }

  change(changes: Input<'settings.change'>): Settings {
    this.#deps.settings.write(changes);
    const settings = this.all();
    if (Object.keys(changes).every((name) => name === 'openConversation')) return settings;
    this.#deps.applySettings(settings);
    this.#deps.emit({ name: 'settings.changed', settings });
    return settings;
  }
}
