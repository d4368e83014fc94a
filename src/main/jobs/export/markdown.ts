import { withSources } from '../../../shared/markdown/marks';
import { modelName } from '../../../shared/model-name';
import type { Part, Source, StepPart } from '../../../shared/parts';
import { segments, sourcesOf } from '../../../shared/segments';
import { leftOutWords, stepWords } from '../../../shared/step-words';
import { webLink } from '../../../shared/web-link';
import { words } from '../../../shared/words';
import type { Chat, ReadMessage } from './chat-source';
import { costOf, endingOf, factsOf, passageTitle, speaker, thoughtFor, time } from './words';

/** A conversation in Markdown, to be read anywhere. What was written in it stands as it was written. */
export function* chatMarkdown(chat: Chat): Generator<string> {
  yield `# ${line(chat.row.title)}\n\n*${factsOf(chat).join(' · ')}*\n`;
  const [shown, ...others] = chat.passages;
  for (const message of chat.messages(shown?.seqs ?? [])) yield* messageMarkdown(message, '##');
  if (others.length === 0) return;
  yield `\n---\n\n# ${line(words.transfer.page.otherBranches)}\n`;
  for (const passage of others) {
    yield `\n## ${line(passageTitle(chat, passage))}\n`;
    for (const message of chat.messages(passage.seqs)) yield* messageMarkdown(message, '###');
  }
}

function* messageMarkdown(message: ReadMessage, marks: string): Generator<string> {
  yield `\n${marks} ${line(speaker(message))} · ${time(message.createdAt)}\n`;
  const sources = sourcesOf(message.parts);
  const mark = (number: number) => {
    const url = webLink(sources[number - 1]?.url ?? null);
    return url === null ? ` [${number}]` : ` [[${number}]](<${url}>)`;
  };
  for (const segment of segments(message)) {
    const text =
      segment.kind === 'text'
        ? withSources(segment.text, segment.cited, mark)
        : partMarkdown(segment.part, message);
    if (text.trim() !== '') yield `\n${text.trimEnd()}\n`;
  }
  if (sources.length > 0)
    yield `\n${words.transfer.page.sourcesOf}\n\n${sources.map(sourceLine).join('\n')}\n`;
  const ending = endingOf(message);
  if (ending !== null) yield `\n*${line(ending)}*\n`;
  if (message.spent) yield `\n*${costOf(message.spent)}*\n`;
}

function partMarkdown(part: Part, { model }: ReadMessage): string {
  switch (part.kind) {
    case 'reasoning':
      return quoted(part.text.trim() === '' ? thoughtFor(part) : `**${thoughtFor(part)}**\n\n${part.text}`);
    case 'step':
      return quoted(stepMarkdown(part));
    case 'image':
      return `![${line(words.transfer.page.picture)}](${part.data})`;
    case 'refusal':
      return quoted(words.transfer.page.declined);
    case 'left-out':
      return quoted(leftOutWords(part.parameter, line(modelName(model ?? words.models.facts.some))));
    case 'citation':
      return '';
  }
}

function stepMarkdown(step: StepPart): string {
  const all = [
    line(stepWords(step)),
    step.text.trim() === '' ? '' : fenced(step.text),
    step.sources.map(sourceLine).join('\n'),
  ];
  return all.filter((part) => part !== '').join('\n\n');
}

function sourceLine({ title, url }: Source, index: number): string {
  const link = webLink(url);
  const name = line(title.trim() === '' ? (url ?? words.common.untitled) : title);
  return `${index + 1}. ${link === null ? name : `[${name}](<${link}>)`}`;
}

const quoted = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((row) => (row === '' ? '>' : `> ${row}`))
    .join('\n');

/** Code whatever it holds: the fence is longer than any in it. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code.trimEnd()}\n${fence}`;
}

/** Words on one line that read as they are. */
function line(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>]|(?<!\w)_|_(?!\w)/g, '\\$&');
}
