import { plural } from './plural';
/** The sidebar and the order of chats: folders, archive, trash. */
export const library = {
  /** The title of a chat whose own was lost. */
  rescuedChat: 'Rescued chat',
  conversationRow: {
    name: 'Chat name',
    options: (title: string) => `Options for “${title}”`,
  },
  folderRow: {
    name: 'Folder name',
    options: (name: string) => `Options for folder “${name}”`,
  },
  selectionBar: {
    chosen: (chats: string) => `Chosen: ${chats}`,
    pin: 'Pin',
    archive: 'Put in the archive',
    options: (chats: string) => `Options for ${chats}`,
    none: 'Choose none',
  },
  archiveView: {
    list: 'Archived chats',
    none: 'Nothing is in the archive.',
    note: 'Chats that are put away. One that is asked again comes back to the list by itself.',
    remove: (title: string) => `Delete “${title}”`,
    takeOut: (title: string) => `Take “${title}” out of the archive`,
    title: 'Archive',
  },
  chatList: {
    chosen: (chats: string) => `${chats} chosen`,
    none: 'Your chats will be listed here.',
    stalled: 'Older chats could not be listed.',
  },
  folderDialog: {
    account: 'Account',
    accountNote: 'Where a new chat’s questions go.',
    close: 'Close chat defaults',
    example: 'For example: We write for nurses. Use metric units.',
    instructions: 'Instructions for this folder',
    instructionsNote:
      'For every chat here that has none of its own. The model reads them before every question.',
    model: 'Model',
    modelNote: 'What a new chat here asks.',
    settingsHold:
      'For every chat here that has none of its own. Left empty, those from Settings hold, as shown in the field.',
    title: (name: string) => `Chats in “${name}”`,
  },
  folders: {
    deleted: 'was deleted.',
    deletedWithChats: 'was deleted with its chats.',
    untitled: 'New folder',
  },
  sidebar: {
    archive: 'Archive',
    hide: 'Hide sidebar',
    label: 'Chats',
    newFolder: 'New folder',
    search: 'Search',
    settings: 'Settings',
    show: 'Show sidebar',
    thisMonth: (spent: string) => `${spent} this month`,
    trash: 'Trash',
    usage: 'Usage',
  },
  trashView: {
    deleted: (when: string) => `Deleted ${when}`,
    empty: 'Delete everything in the trash…',
    emptyAsk: 'Delete everything in the trash?',
    emptyNo: 'Keep it',
    emptyNote:
      'It is erased from this computer for good, and cannot be brought back. What it has cost stays in Usage.',
    emptyYes: 'Delete everything',
    erase: 'Erase',
    eraseOne: (title: string) => `Erase “${title}”`,
    kinds: {
      chat: 'Chat',
      folder: 'Folder',
      folderWith: (chats: string) => `Folder with ${chats}`,
      message: (title: string) => `Message of “${title}”, with what follows it`,
    },
    list: 'In the trash',
    none: 'Nothing is in the trash.',
    restore: 'Restore',
    restoreAll: 'Restore all',
    restoreOne: (title: string) => `Restore “${title}”`,
    stays: 'What you delete stays here until you erase it.',
    staysFor: (days: number) =>
      `What you delete stays here for ${days} days. Restored, it is back where it was.`,
    title: 'Trash',
  },
  undoToasts: {
    messageDeleted: 'Message deleted.',
    /** After what was done, for who does not see the button. */
    whereUndoIs: (done: string) => `${done} Undo is before the message box.`,
  },
  window: {
    closeSidebar: 'Close sidebar',
    skipTo: {
      archive: 'Skip to the archive',
      chat: 'Skip to the message box',
      trash: 'Skip to the trash',
      usage: 'Skip to the usage',
    },
  },
  groups: { pinned: 'Pinned', folders: 'Folders' },
  erased: {
    eraseToday: 'Erased today',
    eraseTomorrow: 'Erased tomorrow',
    eraseIn: (days: number) => `Erased in ${days} days`,
  },
  /** What follows the title of a chat, or stands for many, once something was done to it. */
  deeds: {
    one: {
      deleted: 'was deleted.',
      archived: 'was archived.',
      movedTo: (folder: string) => `was moved to ${folder}.`,
      movedOut: 'was taken out of the folder.',
    },
    many: {
      deleted: (count: number) => plural(count, '# chat was deleted.', '# chats were deleted.'),
      archived: (count: number) => plural(count, '# chat was archived.', '# chats were archived.'),
      movedTo: (count: number, folder: string) =>
        plural(count, `# chat was moved to ${folder}.`, `# chats were moved to ${folder}.`),
      movedOut: (count: number) =>
        plural(count, '# chat was taken out of the folder.', '# chats were taken out of the folder.'),
    },
  },
  menu: {
    archive: 'Archive',
    colour: 'Colour',
    colours: {
      blue: 'Blue',
      green: 'Green',
      orange: 'Orange',
      pink: 'Pink',
      purple: 'Purple',
      red: 'Red',
      teal: 'Teal',
      yellow: 'Yellow',
    },
    defaults: 'Chat defaults…',
    down: 'Move down',
    export: 'Export…',
    move: 'Move to folder',
    newChat: 'New chat in folder',
    newFolder: 'New folder…',
    noColour: 'None',
    noFolder: 'No folder',
    open: 'Open',
    pin: 'Pin',
    rename: 'Rename',
    unarchive: 'Take out of the archive',
    unpin: 'Unpin',
    up: 'Move up',
  },
};
