import { escaped, type HtmlLook, linked, writeHtml } from '../../../shared/markdown/html';
import { withSources } from '../../../shared/markdown/marks';
import { parse } from '../../../shared/markdown/parse';
import { written } from '../../../shared/markdown/pieces';
import { modelName } from '../../../shared/model-name';
import type { Part, Source, StepPart } from '../../../shared/parts';
import { segments, sourcesOf } from '../../../shared/segments';
import { leftOutWords, stepWords } from '../../../shared/step-words';
import { webLink } from '../../../shared/web-link';
import { words } from '../../../shared/words';
import { pictureIn } from '../../../shared/markdown/addresses';
import type { Chat, ReadMessage } from './chat-source';
import { pageFoot, pageHead } from './page';
import { costOf, endingOf, factsOf, passageTitle, speaker, thoughtFor, time } from './words';

export interface Reading {
  /** `$…$` is a formula where it can be one. */
  readonly dollarMaths: boolean;
  readonly look: HtmlLook;
}

/** A conversation as a page that needs nothing else: no network, no script. */
export function* chatHtml(chat: Chat, reading: Reading): Generator<string> {
  const { title } = chat.row;
  yield pageHead(title);
  yield `<header>\n<h1>${escaped(title)}</h1>\n<p class="facts">${factsOf(chat).map(escaped).join(' · ')}</p>\n</header>\n`;
  const [shown, ...others] = chat.passages;
  for (const message of chat.messages(shown?.seqs ?? [])) yield* messageHtml(message, reading);
  if (others.length > 0) yield `<h2 class="others">${escaped(words.transfer.page.otherBranches)}</h2>\n`;
  for (const passage of others) {
    yield `<section class="branch">\n<h3>${escaped(passageTitle(chat, passage))}</h3>\n`;
    for (const message of chat.messages(passage.seqs)) yield* messageHtml(message, reading);
    yield '</section>\n';
  }
  yield pageFoot;
}

function* messageHtml(message: ReadMessage, reading: Reading): Generator<string> {
  const { role, createdAt, spent } = message;
  const at = `<time datetime="${new Date(createdAt).toISOString()}">${time(createdAt)}</time>`;
  yield `<article class="${role === 'user' ? 'question' : 'answer'}">\n`;
  yield `<p class="by"><b>${escaped(speaker(message))}</b> ${at}</p>\n`;
  if (role === 'user') yield `<div class="said">${escaped(message.text)}</div>\n`;
  else yield* answerHtml(message, reading);
  const ending = endingOf(message);
  if (ending !== null) yield `<p class="note">${escaped(ending)}</p>\n`;
  if (spent) yield `<p class="cost">${escaped(costOf(spent))}</p>\n`;
  yield '</article>\n';
}

function* answerHtml(message: ReadMessage, { dollarMaths, look }: Reading): Generator<string> {
  const sources = sourcesOf(message.parts);
  const cited = sources.map(({ title, url }) => ({ title, href: webLink(url) }));
  const read = (text: string) => writeHtml(parse(text, { dollarMaths, sources: cited }), look);
  for (const segment of segments(message)) {
    if (segment.kind === 'part') yield partHtml(segment.part, message, read);
    else yield `<div class="text">${read(withSources(segment.text, segment.cited))}</div>\n`;
  }
  if (sources.length > 0)
    yield `<div class="sources"><p>${escaped(words.transfer.page.sources)}</p>${sourceList(sources)}</div>\n`;
}

function partHtml(part: Part, { model }: ReadMessage, read: (text: string) => string): string {
  switch (part.kind) {
    case 'reasoning':
      return fold(
        thoughtFor(part),
        part.text.trim() === '' ? '' : `<div class="text">${read(part.text)}</div>`,
      );
    case 'step':
      return fold(stepWords(part), stepHtml(part));
    case 'image':
      return pictureIn(part.data) === null
        ? note(words.transfer.page.hiddenPicture)
        : `<img src="${part.data}" alt="${escaped(words.transfer.page.picture)}">\n`;
    case 'refusal':
      return note(words.transfer.page.declined);
    case 'left-out':
      return note(leftOutWords(part.parameter, modelName(model ?? words.models.facts.some)));
    case 'citation':
      return '';
  }
}

function stepHtml({ text, sources }: StepPart): string {
  const code = text.trim() === '' ? '' : `<pre><code>${escaped(text)}</code></pre>`;
  return code + (sources.length === 0 ? '' : sourceList(sources));
}

const note = (said: string): string => `<p class="note">${escaped(said)}</p>\n`;

const fold = (line: string, inside: string): string =>
  inside === '' ? note(line) : `<details><summary>${escaped(line)}</summary>${inside}</details>\n`;

function sourceList(sources: readonly Source[]): string {
  const items = sources.map(({ title, url }) => {
    const name = escaped(title.trim() === '' ? (url ?? words.common.untitled) : title);
    return `<li>${written(linked(webLink(url) ?? '', [name]))}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}
