/** Where the text of message boxes waits while it is not on disk: it outlives a reload of the window. */
export interface Unsent {
  read(conversationId: string): string;
  keep(conversationId: string, text: string): void;
}
