import type { KeyboardEvent, MenuItemConstructorOptions } from 'electron';
import { type CommandName, commands, type KeyChoices, keysOf, type MainCommand } from '../../shared/commands';
import type { Platform } from '../../shared/keys';
import { links } from '../../shared/links';
import { words } from '../../shared/words';

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;
type MenuCommand = keyof typeof words.desktop.menu.commands & CommandName;

export interface MenuDeps {
  readonly platform: Platform;
  readonly choices: KeyChoices;
  readonly developing: boolean;
  /** Main does some commands, and has the window do the others. `byKey` says that the menu heard the keys itself. */
  readonly run: (command: CommandName, byKey: boolean) => void;
  readonly open: (link: string) => void;
}

const line: Item = { type: 'separator' };

/**
 * The application menu: in each system's order, with its own roles, in the language that is spoken now.
 *
 * Who hears the keys: on macOS the menu does, and the window leaves them alone. On Windows and Linux the window
 * does, as a menu there would take keys from a dialog or a field that needs them; the menu only shows them
 * (`registerAccelerator: false`, which macOS does not know). What main does itself, the menu hears everywhere.
 */
export function menuTemplate(deps: MenuDeps): Item[] {
  const mac = deps.platform === 'mac';
  const menus = [
    fileMenu(deps),
    editMenu(deps),
    viewMenu(deps),
    chatMenu(deps),
    windowMenu(deps),
    helpMenu(deps),
  ];
  return mac ? [appMenu(deps), ...menus] : menus;
}

function appMenu(deps: MenuDeps): Item {
  const { menu } = words.desktop;
  return {
    label: 'Parley',
    submenu: [
      ...[role('about', menu.about), line, command('open-settings', deps), line],
      ...[role('services', menu.services), line],
      ...[role('hide', menu.hide), role('hideOthers', menu.hideOthers), role('unhide', menu.unhide), line],
      role('quit', menu.quit),
    ],
  };
}

function fileMenu(deps: MenuDeps): Item {
  const { menu } = words.desktop;
  const mac = deps.platform === 'mac';
  return {
    label: menu.file,
    submenu: [
      ...some(deps, 'new-chat', 'temporary-chat', 'new-window'),
      line,
      ...some(deps, 'import-chats', 'export-chat'),
      line,
      ...(mac ? [] : [command('open-settings', deps), line]),
      role('close', menu.close),
      ...(mac ? [] : [role('quit', menu.exit)]),
    ],
  };
}

function editMenu(deps: MenuDeps): Item {
  const { menu } = words.desktop;
  const speech = [role('startSpeaking', menu.startSpeaking), role('stopSpeaking', menu.stopSpeaking)];
  return {
    label: menu.edit,
    submenu: [
      ...[role('undo', menu.undo), role('redo', menu.redo), line],
      ...[role('cut', menu.cut), role('copy', menu.copy), role('paste', menu.paste)],
      ...[role('pasteAndMatchStyle', menu.pastePlain), role('delete', menu.delete)],
      ...[role('selectAll', menu.selectAll), line],
      ...some(deps, 'search', 'find', 'find-next', 'find-previous'),
      ...(deps.platform === 'mac' ? [line, { label: menu.speech, submenu: speech }] : []),
    ],
  };
}

function viewMenu(deps: MenuDeps): Item {
  const { menu } = words.desktop;
  const developer = [line, role('reload', menu.reload), role('toggleDevTools', menu.developerTools)];
  return {
    label: menu.view,
    submenu: [
      ...some(deps, 'toggle-sidebar', 'focus-composer', 'open-usage'),
      line,
      ...some(deps, 'zoom-reset', 'zoom-in', 'zoom-out'),
      ...plusWithoutShift(deps),
      line,
      role('togglefullscreen', menu.fullScreen),
      ...(deps.developing ? developer : []),
    ],
  };
}

function chatMenu(deps: MenuDeps): Item {
  return {
    label: words.desktop.menu.chat,
    submenu: [
      ...some(deps, 'choose-model', 'regenerate', 'stop'),
      line,
      ...some(deps, 'copy-answer', 'copy-code'),
      line,
      ...some(deps, 'previous-chat', 'next-chat'),
      line,
      ...some(deps, 'archive-chat', 'delete-chat'),
    ],
  };
}

function windowMenu(deps: MenuDeps): Item {
  const { menu } = words.desktop;
  const front = deps.platform === 'mac' ? [line, role('front', menu.front)] : [];
  return {
    ...{ role: 'window', label: menu.window },
    submenu: [
      ...[role('minimize', menu.minimize), role('zoom', menu.zoom), line],
      ...some(deps, 'always-on-top'),
      ...front,
    ],
  };
}

function helpMenu(deps: MenuDeps): Item {
  const { menu } = words.desktop;
  const link = (label: string, url: string): Item => ({ id: url, label, click: () => deps.open(url) });
  return {
    ...{ role: 'help', label: menu.help },
    submenu: [
      ...some(deps, 'shortcut-list', 'what-is-a-token'),
      line,
      ...[link(menu.apiKeys, links.keys), link(menu.billing, links.billing), link(menu.usage, links.usage)],
      ...[link(menu.pricing, links.pricing), link(menu.limits, links.limits), line],
      link(menu.status, links.status),
      ...(deps.platform === 'mac' ? [] : [line, role('about', menu.about)]),
    ],
  };
}

/** Electron's own labels are English in every language. */
function role(name: Role, label: string): Item {
  return { role: name, label };
}

function some(deps: MenuDeps, ...names: readonly MenuCommand[]): Item[] {
  return names.map((name) => command(name, deps));
}

function command(name: MenuCommand, { platform, choices, run }: MenuDeps): Item {
  const accelerator = keysOf(name, platform, choices);
  const heard = platform === 'mac' || commands[name].by === 'main';
  return {
    ...{ id: name, label: words.desktop.menu.commands[name] },
    ...(accelerator !== null && { accelerator, registerAccelerator: heard }),
    // There is no event where the item is clicked by the program, whatever the types say.
    click: (_, __, event: KeyboardEvent | undefined) => run(name, event?.triggeredByAccelerator ?? false),
  };
}

/** On many keyboards `+` needs Shift, and people leave it out. */
function plusWithoutShift({ platform, choices, run }: MenuDeps): Item[] {
  const zoomIn: MainCommand = 'zoom-in';
  if (keysOf(zoomIn, platform, choices) !== 'CmdOrCtrl+Plus') return [];
  const label = words.desktop.menu.commands[zoomIn];
  return [{ label, accelerator: 'CmdOrCtrl+=', visible: false, click: () => run(zoomIn, true) }];
}
