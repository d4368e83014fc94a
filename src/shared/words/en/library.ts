/** The sidebar and the order of chats: folders, archive, trash. */
export const library = {};
