/** What one window comes back to. */
export interface WindowView {
  /** Null: a new chat. */
  readonly openConversation: string | null;
  readonly sidebarOpen: boolean;
}
