/** Menus: templates become items that a spec can look up and click. Roles are recorded. */
import { EventEmitter } from 'node:events';
import { record } from './calls.ts';

interface Template {
  label?: string;
  role?: string;
  id?: string;
  type?: string;
  submenu?: (Template | MenuItem)[] | Menu;
  click?: (...args: any[]) => void;
  [other: string]: unknown;
}

export class MenuItem {
  declare label: string;
  declare role?: string;
  declare id?: string;
  declare type: string;
  declare submenu?: Menu;
  declare click: (event?: object, window?: unknown, contents?: unknown) => void;

  constructor(options: Template) {
    const { label = options.role ?? '', submenu, click } = options;
    Object.assign(this, { enabled: true, visible: true, checked: false }, options, {
      label,
      type: options.type ?? (submenu ? 'submenu' : 'normal'),
      ...(submenu && { submenu: submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu) }),
      click: (event?: object, window?: unknown, contents?: unknown): void => {
        if (click) click(this, window, event, contents);
        else record('menu.role', options.role ?? label);
      },
    });
  }
}

let applicationMenu: Menu | null = null;

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: (Template | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup(options?: object): void {
    record('menu.popup', this, options);
  }
}
