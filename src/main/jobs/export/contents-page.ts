import { escaped } from '../../../shared/markdown/html';
import { words } from '../../../shared/words';
import { pageFoot, pageHead } from './page';
import { day } from './words';

interface Listed {
  readonly name: string;
  readonly title: string;
  readonly time: number;
}

/** The page that leads to all others beside it. */
export function* contentsHtml(listed: readonly Listed[]): Generator<string> {
  const title = words.common.chats(listed.length);
  yield `${pageHead(title)}<header>\n<h1>${title}</h1>\n</header>\n<ul class="contents">\n`;
  for (const { name, title, time } of listed) {
    const said = escaped(title.trim() === '' ? words.common.untitled : title);
    yield `<li><a href="./${escaped(encodeURIComponent(name))}">${said}</a> <span>${day(time)}</span></li>\n`;
  }
  yield `</ul>\n${pageFoot}`;
}
