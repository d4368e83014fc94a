/** What every importer makes of what it reads. */
import type { MessageStatus, Role } from '../../../shared/model';
import type { Part } from '../../../shared/parts';
import type { KeptMessage } from '../../storage/arrival-store';

export interface ArrivingMessage {
  /** How the file calls it. */
  readonly sourceId: string;
  /** The message that it follows, by its `sourceId`. */
  readonly parent: string | null;
  readonly role: Role;
  /** Empty where there is nothing to show; then what follows it follows the one before it. */
  readonly text: string;
  readonly parts?: readonly Part[];
  readonly model?: string | null;
  readonly createdAt: number | null;
  readonly status?: Exclude<MessageStatus, 'streaming'>;
}

/** How a chat is kept, beside its messages. */
interface Kept {
  readonly title: string;
  readonly instructions: string | null;
  readonly pinnedAt: number | null;
  readonly archivedAt: number | null;
}

export interface ArrivingConversation extends Partial<Kept> {
  readonly sourceId: string;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  /** The last message of the branch that is shown, by its `sourceId`. */
  readonly leaf: string | null;
  readonly messages: readonly ArrivingMessage[];
}

/** A conversation in the library's own terms: a message comes after the one that it follows. */
export interface ReadyConversation extends Kept {
  readonly id: string;
  readonly titledBy: 'question' | 'model' | 'user';
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly effort: string | null;
  readonly verbosity: string | null;
  readonly folderId: string | null;
  readonly leafId: string | null;
  readonly messages: readonly KeptMessage[];
  readonly receipts: readonly Readonly<Record<string, string | number | null>>[];
}
