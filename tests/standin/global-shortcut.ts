/** `globalShortcut`: no key of the system comes here; a spec calls what was registered, or has it refused. */
const shortcuts = new Map<string, () => void>();
Object.assign((globalThis as unknown as { __standin: object }).__standin, { shortcuts });

const MODIFIERS = /^(Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/;

export const globalShortcut = {
  register(keys: string, act: () => void): boolean {
    const parts = keys.split('+');
    // As Electron reads it: any number of modifiers and one key.
    if (!parts.slice(0, -1).every((part) => MODIFIERS.test(part)) || MODIFIERS.test(parts.at(-1) ?? ''))
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${keys}`);
    if (shortcuts.has(keys)) return false;
    shortcuts.set(keys, act);
    return true;
  },
  unregister: (keys: string): void => void shortcuts.delete(keys),
  unregisterAll: (): void => shortcuts.clear(),
  isRegistered: (keys: string): boolean => shortcuts.has(keys),
};
