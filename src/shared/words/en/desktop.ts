/** What the system shows for the app: menus, dialogs, the tray, notifications. */
export const desktop = {};
