import { duration } from '../../../shared/duration';
import { cardOf } from '../../../shared/error-words';
import { modelName } from '../../../shared/model-name';
import type { Spent } from '../../../shared/money';
import { spentWords, tokens } from '../../../shared/money-words';
import type { ReasoningPart } from '../../../shared/parts';
import { dateFormat, words } from '../../../shared/words';
import type { Chat, ReadMessage } from './chat-source';
import type { Passage } from './passages';

/** What a file says beside what was said: the same in each format. */

const LONGEST_QUOTE = 60;

const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** “3 Jan 2026” */
export const day = dateFormat(date);

/** “3 Jan 2026, 14:02” */
export const time = dateFormat({ ...date, hour: '2-digit', minute: '2-digit' });

export const speaker = ({ role, model }: ReadMessage): string =>
  role === 'user' ? words.transfer.page.you : modelName(model ?? words.models.facts.some);

/** When it was, how long it is, and what it cost: what stands below its title. */
export function factsOf({ row, passages, spent }: Chat): readonly string[] {
  const count = passages.reduce((sum, { seqs }) => sum + seqs.length, 0);
  const [from, to] = [day(row.createdAt), day(row.updatedAt)];
  return [
    from === to ? from : `${from} – ${to}`,
    words.common.messages(count),
    ...(spent && spent.calls > 0 ? [spentWords(spent)] : []),
  ];
}

/** “1,852 tokens · $0.004” */
export function costOf({ input, output, ...spent }: Spent): string {
  return `${spent.estimated > 0 ? '≈ ' : ''}${tokens(input + output)} · ${spentWords({ input, output, ...spent })}`;
}

/** How an answer ended, where it did not end well; null else. */
export function endingOf({ role, status, error, text, parts }: ReadMessage): string | null {
  if (role === 'user') return null;
  if (status === 'stopped') return words.transfer.page.stopped;
  if (status === 'interrupted') return words.transfer.page.interrupted;
  if (status === 'failed')
    return words.transfer.page.failed(error ? cardOf(error).title : words.transfer.page.failedSomehow);
  return text === '' && parts.length === 0 ? words.transfer.page.noText : null;
}

export const thoughtFor = ({ ms }: ReasoningPart): string =>
  ms === null ? words.transfer.page.thought : words.transfer.page.thoughtFor(duration(ms));

/** What a passage beside the shown branch is. */
export function passageTitle(chat: Chat, { after, seqs }: Passage): string {
  const [first] = chat.messages(seqs.slice(0, 1));
  const said = words.transfer.page[first?.role === 'user' ? 'anotherQuestion' : 'anotherAnswer'];
  if (after === null) return said.first;
  const [before] = chat.messages([after]);
  return before && before.text.trim() !== '' ? said.after(quote(before.text)) : said.alone;
}

function quote(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const letters = [...new Intl.Segmenter().segment(line.slice(0, 4 * LONGEST_QUOTE))];
  const cut = letters[LONGEST_QUOTE];
  return cut ? `${line.slice(0, cut.index).trimEnd()}…` : line;
}
