/** The sidebar and the order of chats: folders, archive, trash. */
export const library = {
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
};
