import type { Input } from '../../shared/contract';
import type { Conversation } from '../../shared/model';

/** Where conversations are put; what is not said stays as it is. */
export type Placing = Omit<Input<'conversations.arrange'>[number], 'ids'>;

/** A conversation where it was put. */
export function placed(conversation: Conversation, { pinned, archived, folderId }: Placing): Conversation {
  return {
    ...conversation,
    ...(pinned !== undefined && { pinned }),
    ...(archived !== undefined && { archived }),
    ...(folderId !== undefined && { folderId }),
  };
}

/** What puts conversations back to where they were before. */
export function backFrom(
  before: readonly Conversation[],
  to: Placing,
): readonly Input<'conversations.arrange'>[number][] {
  const was = ({ pinned, archived, folderId }: Conversation): Placing => ({
    ...(to.pinned !== undefined && { pinned }),
    ...(to.archived !== undefined && { archived }),
    ...(to.folderId !== undefined && { folderId }),
    ...(to.deleted !== undefined && { deleted: false }),
  });
  const groups = Map.groupBy(before, (conversation) => JSON.stringify(was(conversation)));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ids: group.map(({ id }) => id), ...was(first) }] : [];
  });
}
