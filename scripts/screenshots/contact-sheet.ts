/** A page with all pictures of a folder: a row for each view, light beside dark, English above German. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function contactSheet(folder: string): void {
  const pictures = readdirSync(folder).filter((file) => file.endsWith('.png'));
  const names = [...new Set(pictures.map((file) => file.split('.')[0] ?? ''))];
  const rows = names.map((name) => {
    const cells = pictures
      .filter((file) => file.startsWith(`${name}.`))
      .toSorted()
      .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`);
    return `<h2>${name}</h2><div>${cells.join('')}</div>`;
  });
  const style =
    'body{font:14px system-ui;margin:24px;background:#888}div{display:flex;flex-wrap:wrap;gap:8px}img{height:300px}';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>${style}</style>${rows.join('\n')}`,
  );
}
