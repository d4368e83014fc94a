import {
  type CommandName,
  commandNames,
  commands,
  commandWith,
  type KeyChoices,
  keysOf,
  usualKeys,
  withKeys,
} from '../../shared/commands';
import { record, type Recorded } from '../lib/record-keys';
import type { SettingsState } from './settings.svelte';

/** Why the keys that were pressed are not the command's yet. */
export type KeyProblem =
  | Extract<Recorded, { kind: 'refused' }>
  | { readonly kind: 'taken'; readonly keys: string; readonly by: CommandName };

/** The commands that the user can give other keys. Quick ask has a place of its own, as the system has to agree. */
export const rebindable: readonly CommandName[] = commandNames.filter(
  (name) => !commands[name].fixed && !commands[name].everywhere,
);

/** Gives commands other keys, each at once and for every window. */
export class Rebinding {
  readonly #settings: SettingsState;
  /** The command whose keys are asked for. */
  command = $state<CommandName | null>(null);
  problem = $state.raw<KeyProblem | null>(null);

  constructor(settings: SettingsState) {
    this.#settings = settings;
  }

  start(command: CommandName): void {
    this.command = command;
    this.problem = null;
  }

  /** What it had it keeps. */
  cancel(): void {
    this.command = null;
    this.problem = null;
  }

  /** Takes what is pressed while keys are asked for. False: it is nothing for a recorder. */
  press(event: KeyboardEvent): boolean {
    if (this.command === null) return false;
    const recorded = record(event, this.#settings.platform);
    if (recorded.kind === 'wait' || recorded.kind === 'leave') return recorded.kind === 'wait';
    if (recorded.kind === 'cancel') this.cancel();
    else if (recorded.kind === 'clear') this.#keep(this.command, null);
    else if (recorded.kind === 'refused') this.problem = recorded;
    else this.#want(this.command, recorded.keys);
    return true;
  }

  /** The keys in question become this command's; the one that had them has none. */
  takeOver(): void {
    const { command, problem } = this;
    if (command === null || problem?.kind !== 'taken' || commands[problem.by].fixed) return;
    const freed = withKeys(problem.by, null, this.#at());
    this.#keep(command, problem.keys, freed);
  }

  isChanged(command: CommandName): boolean {
    return (
      keysOf(command, this.#settings.platform, this.#settings.current) !==
      usualKeys(command, this.#settings.platform)
    );
  }

  /** Its usual keys again; where another command has them now, that is asked. */
  reset(command: CommandName): void {
    this.start(command);
    this.#want(command, usualKeys(command, this.#settings.platform));
  }

  resetAll(): void {
    this.cancel();
    void this.#settings.change({ shortcuts: {} });
  }

  #want(command: CommandName, keys: string | null): void {
    const { platform, current } = this.#settings;
    const by = keys === null ? undefined : commandWith(keys, platform, current);
    if (keys !== null && by !== undefined && by !== command) this.problem = { kind: 'taken', keys, by };
    else this.#keep(command, keys);
  }

  #keep(command: CommandName, keys: string | null, choices: KeyChoices = this.#settings.current): void {
    const { shortcuts } = withKeys(command, keys, { ...this.#at(), choices });
    this.cancel();
    void this.#settings.change({ shortcuts });
  }

  #at() {
    return { platform: this.#settings.platform, choices: this.#settings.current };
  }
}
