/** What outlives a reload of the window, but not the window. Never a key. */
const LAST_OPENED = 'last-opened';
const unsentKey = (conversationId: string) => `unsent:${conversationId}`;

/** A keystroke in a long text must not wait for storage. */
const DELAY_MS = 200;
/** Storage takes about five million characters in all. */
const MAX_LENGTH = 1_000_000;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

export const lastOpened = {
  read: () => sessionStorage.getItem(LAST_OPENED),
  keep: (conversationId: string) => sessionStorage.setItem(LAST_OPENED, conversationId),
};

export const unsent = {
  read: (conversationId: string) => sessionStorage.getItem(unsentKey(conversationId)) ?? '',
  keep: (conversationId: string, text: string) => {
    const key = unsentKey(conversationId);
    clearTimeout(waiting.get(key));
    if (text === '' || text.length > MAX_LENGTH) sessionStorage.removeItem(key);
    else
      waiting.set(
        key,
        setTimeout(() => sessionStorage.setItem(key, text), DELAY_MS),
      );
  },
};
