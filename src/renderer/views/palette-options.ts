import type { Conversation } from '../../shared/model';
import type { ChatHit, MessageHit, Segment } from '../../shared/search';
import { words } from '../../shared/words';
import type { PaletteOption } from '../components/palette/option';
import { fit, begins } from '../lib/fuzzy';
import { shortDate } from '../lib/short-date';
import type { PaletteAction } from './palette-actions';

const plain = (text: string): readonly Segment[] => [{ text, hit: false }];

/** A chat as it is listed: one row with its title, and one for each message of it that was found. */
export function chatOptions({ conversation, folder, title, messages }: ChatHit): readonly PaletteOption[] {
  const detailOf = ({ role, snippet }: MessageHit) => ({ by: words.palette.by[role], words: snippet });
  const [first, ...others] = messages;
  const row = { kind: 'chat' as const, label: title };
  return [
    {
      ...row,
      id: first?.id ?? conversation.id,
      detail: first ? detailOf(first) : null,
      aside: shortDate(first?.createdAt ?? conversation.updatedAt),
      folder,
      below: false,
    },
    ...others.map((message) => ({
      ...row,
      ...{ id: message.id, detail: detailOf(message), aside: '', folder: null, below: true },
    })),
  ];
}

export function recentOption({ id, title, updatedAt }: Conversation): PaletteOption {
  return {
    ...{ id, label: plain(title), detail: null, aside: shortDate(updatedAt), folder: null },
    ...{ kind: 'chat', below: false },
  };
}

export function actionOption({ id, label, keys }: PaletteAction): PaletteOption {
  return {
    ...{ id, label: plain(label), detail: null, aside: keys, folder: null },
    ...{ kind: 'action', below: false },
  };
}

export function moreOption(): PaletteOption {
  return {
    ...{ id: 'more', label: plain(words.palette.more), detail: null, aside: '', folder: null },
    ...{ kind: 'more', below: false },
  };
}

/** Those that fit what was typed, the best first; `sure` where it is the beginning of their names. */
export function fitting(
  actions: readonly PaletteAction[],
  typed: string,
): {
  readonly sure: readonly PaletteAction[];
  readonly others: readonly PaletteAction[];
} {
  const scored = actions.flatMap((action) => {
    const score = fit(action.label, typed);
    if (score !== null && score > 0) return [{ action, score }];
    return begins(`${action.label} ${action.words}`, typed) ? [{ action, score: 0 }] : [];
  });
  const best = scored.toSorted((one, other) => other.score - one.score).map(({ action }) => action);
  const isSure = ({ label }: PaletteAction) => typed.length > 1 && begins(label, typed);
  return { sure: best.filter(isSure), others: best.filter((action) => !isSure(action)) };
}
