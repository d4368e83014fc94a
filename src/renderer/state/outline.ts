import type { Message } from '../../shared/model';
import type { OutlineEntry } from '../lib/outline';
import { inSlices } from '../lib/slices';
import type { Heading } from '../markdown/readable';

/** The questions of a branch with the headings of their answers. */
export async function outlineOf(
  path: readonly Message[],
  wanted: () => boolean,
): Promise<readonly OutlineEntry[]> {
  const { messageHeadings } = await import('./readable-messages');
  const entries: OutlineEntry[] = [];
  await inSlices(
    path,
    (question, index) => {
      if (question.role !== 'user') return;
      const next = path[index + 1];
      const answer = next?.role === 'assistant' ? next : null;
      const title = question.text.trim().split('\n', 1)[0] ?? '';
      const headings = answer ? withDepths(messageHeadings(answer)) : [];
      entries.push({ questionId: question.id, title, answerId: answer?.id ?? null, headings });
    },
    wanted,
  );
  return entries;
}

function withDepths(headings: readonly Heading[]): OutlineEntry['headings'] {
  const highest = Math.min(...headings.map(({ level }) => level));
  return headings.map(({ level, text }, index) => ({ text, depth: level - highest, index }));
}
