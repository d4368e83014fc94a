/** Search, and commands by name. */
export const palette = {
  list: {
    search: 'Search chats and commands',
    found: 'Chats and commands',
    filters: 'Filters',
  },
};
