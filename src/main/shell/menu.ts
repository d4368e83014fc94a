import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Command } from '../../shared/contract';
import { links } from '../../shared/links';
import { broadcast } from './bridge';
import { openLink } from './links';

/** The application menu. The window hears the keys itself; here they are shown, and told on macOS. */
export function setMenu(developing: boolean): void {
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('New Chat', 'new-chat', 'CmdOrCtrl+N'),
        { type: 'separator' },
        command('Import Chats…', 'import-chats'),
        { type: 'separator' },
        command('Settings…', 'open-settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    editMenu(mac),
    {
      label: '&View',
      submenu: [
        command('Toggle Sidebar', 'toggle-sidebar', mac ? 'Ctrl+Cmd+S' : 'Ctrl+B'),
        command('Choose Model', 'choose-model', 'CmdOrCtrl+Shift+M'),
        command('Go to Message Box', 'focus-composer', 'CmdOrCtrl+L'),
        command('Usage', 'open-usage', 'CmdOrCtrl+U'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(developing
          ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const)
          : []),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        command('What Is a Token?', 'what-is-a-token'),
        { type: 'separator' },
        link('API Keys', links.keys),
        link('Billing', links.billing),
        link('Usage', links.usage),
        link('Pricing', links.pricing),
        link('Limits', links.limits),
        { type: 'separator' },
        link('OpenAI Status', links.status),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function editMenu(mac: boolean): MenuItemConstructorOptions {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...(mac ? ([{ role: 'pasteAndMatchStyle' }] as const) : []),
      { role: 'delete' },
      { role: 'selectAll' },
      { type: 'separator' },
      command('Search…', 'search', 'CmdOrCtrl+K'),
      command('Find in Chat', 'find', 'CmdOrCtrl+F'),
      command('Find Next', 'find-next', mac ? 'Cmd+G' : 'F3'),
      command('Find Previous', 'find-previous', mac ? 'Cmd+Shift+G' : 'Shift+F3'),
    ],
  };
}

function command(label: string, name: Command, accelerator?: string): MenuItemConstructorOptions {
  const click = () => broadcast({ name: 'menu.chosen', command: name });
  const keys = accelerator === undefined ? {} : { accelerator, registerAccelerator: false };
  return { id: name, label, ...keys, click };
}

function link(label: string, url: string): MenuItemConstructorOptions {
  return { id: url, label, click: () => openLink(url) };
}
