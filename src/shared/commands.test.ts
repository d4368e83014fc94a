import { expect, test } from 'vitest';
import { commandNames, commands, commandWith, keysOf, usualKeys, withKeys } from './commands';
import { ariaKeys, canonical, keysLabel, parseKeys, type Platform } from './keys';
import { usualSettings } from './settings';

const platforms: readonly Platform[] = ['mac', 'windows', 'linux'];
const linux = { platform: 'linux', choices: usualSettings } as const;

test.each(platforms)('no two commands have the same usual keys on %s', (platform) => {
  const all = commandNames.flatMap((name) => {
    const keys = usualKeys(name, platform);
    return keys === null ? [] : [canonical(keys, platform)];
  });
  expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
});

test.each(platforms)('every usual key is one that a menu can have, and is shown, on %s', (platform) => {
  for (const name of commandNames) {
    const keys = usualKeys(name, platform);
    if (keys === null) continue;
    expect(parseKeys(keys, platform), name).not.toBeNull();
    expect(keysLabel(keys, platform), name).not.toMatch(/CmdOrCtrl|undefined/);
    expect(ariaKeys(keys, platform), name).toBeDefined();
  }
});

test.each(platforms)('no command has a key that writes, without another that is held, on %s', (platform) => {
  for (const name of commandNames) {
    const press = parseKeys(usualKeys(name, platform) ?? 'F1', platform);
    const held = press?.held.filter((key) => key !== 'Shift') ?? [];
    expect(held.length > 0 || /^F\d+$/.test(press?.key ?? ''), name).toBe(true);
  }
});

test('keys are shown as each system shows them', () => {
  expect(keysLabel('CmdOrCtrl+Shift+M', 'mac')).toBe('⇧⌘M');
  expect(keysLabel('CmdOrCtrl+Shift+M', 'linux')).toBe('Ctrl+Shift+M');
  expect(keysLabel('Ctrl+Cmd+S', 'mac')).toBe('⌃⌘S');
  expect(keysLabel('Alt+Cmd+Up', 'mac')).toBe('⌥⌘↑');
  expect(keysLabel('Cmd+Backspace', 'mac')).toBe('⌘⌫');
  expect(keysLabel('Ctrl+PageUp', 'windows')).toBe('Ctrl+PgUp');
  expect(keysLabel('Shift+Ctrl+Alt+C', 'windows')).toBe('Ctrl+Alt+Shift+C');
});

test.each(['Ctrl+', 'Ctrl+Ctrl+K', 'Hyper+K', 'Ctrl+Kk', 'k', 'Ctrl+é', ''])('%j is no key', (keys) => {
  expect(parseKeys(keys, 'linux')).toBeNull();
});

test('what was kept and is no key counts as not kept', () => {
  const choices = { ...usualSettings, shortcuts: { 'new-chat': 'nonsense', find: null, gone: 'Ctrl+N' } };
  expect(keysOf('new-chat', 'linux', choices)).toBe('CmdOrCtrl+N');
  expect(keysOf('find', 'linux', choices)).toBeNull();
});

test('a command is found by its keys, however they are written', () => {
  expect(commandWith('Shift+Control+M', 'linux', usualSettings)).toBe('choose-model');
  expect(commandWith('Cmd+N', 'mac', usualSettings)).toBe('new-chat');
  expect(commandWith('Ctrl+N', 'mac', usualSettings)).toBeUndefined();
  expect(commandWith('Ctrl+Alt+Space', 'linux', usualSettings)).toBe('quick-ask');
});

test('keys are kept only while they are not the usual ones', () => {
  const changed = withKeys('new-chat', 'Ctrl+Alt+J', linux);
  expect(changed.shortcuts).toEqual({ 'new-chat': 'Ctrl+Alt+J' });
  const none = withKeys('find', null, { ...linux, choices: changed });
  expect(none.shortcuts).toEqual({ 'new-chat': 'Ctrl+Alt+J', find: null });
  expect(withKeys('new-chat', 'Ctrl+N', { ...linux, choices: none }).shortcuts).toEqual({ find: null });
  expect(withKeys('quick-ask', 'Ctrl+Alt+Q', linux).quickAsk.keys).toBe('Ctrl+Alt+Q');
});

test('a chat’s number keeps its keys', () => {
  expect(commands['chat-1'].fixed).toBe(true);
  expect(keysOf('chat-1', 'linux', { ...usualSettings, shortcuts: { 'chat-1': 'Ctrl+9' } })).toBe('Alt+1');
});
