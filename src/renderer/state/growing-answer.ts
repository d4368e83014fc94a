import type { AppEvent } from '../../shared/contract';
import type { Message } from '../../shared/model';
import type { Part } from '../../shared/parts';

type Growth = Extract<AppEvent, { name: 'turn.delta' | 'turn.part' }>;

/** The answer after an event; null where something before it was missed, so that it has to be read again. */
export function grow(answer: Message, event: Growth): Message | null {
  if (event.name === 'turn.part') return withPart(answer, event.index, event.part);
  const { part, at, text } = event;
  if (part === null) {
    const grown = joined(answer.text, at, text);
    return grown === null ? null : { ...answer, text: grown };
  }
  const known = answer.parts[part];
  if (!known || !('text' in known)) return null;
  const grown = joined(known.text, at, text);
  return grown === null ? null : withPart(answer, part, { ...known, text: grown });
}

/** Of two readings of one answer the one that is further on: what was shown is never taken back. */
export function further(stored: Message, heard: Message): Message {
  const text = heard.text.length > stored.text.length ? heard.text : stored.text;
  const parts = stored.parts.map((part, index) => longer(part, heard.parts[index]));
  return { ...stored, text, parts: [...parts, ...heard.parts.slice(parts.length)] };
}

/** A reading can be older than what has been heard since: an end is final, and the longer text wins. */
export function newest(
  stored: Message,
  known: Message | undefined,
  ended: readonly Message[],
  heard: Message | null,
): Message {
  if (stored.status !== 'streaming') return stored;
  const end = ended.find(({ id }) => id === stored.id);
  if (end) return end;
  if (known && known.status !== 'streaming') return known;
  return heard?.id === stored.id ? further(stored, heard) : stored;
}

/** A gap is null; where it overlaps what is there, the longer text stays. */
function joined(before: string, at: number, text: string): string | null {
  if (at > before.length) return null;
  const grown = before.slice(0, at) + text;
  return grown.length > before.length ? grown : before;
}

function withPart(answer: Message, index: number, part: Part): Message | null {
  if (index > answer.parts.length) return null;
  return { ...answer, parts: answer.parts.toSpliced(index, 1, longer(part, answer.parts[index])) };
}

function longer(part: Part, other: Part | undefined): Part {
  if (!other || !('text' in part) || !('text' in other) || part.kind !== other.kind) return part;
  return other.text.length > part.text.length ? { ...part, text: other.text } : part;
}
