/** The styles of peers that bring only names of Tailwind's classes, made as an app with Tailwind makes them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'tailwindcss';

const packages = join(import.meta.dirname, '../node_modules');
const PREFIX = 'virtual:tailwind/';
const SHEET = `
@import 'tailwindcss' source(none);
@theme inline {
  --color-border: #ddd;
  --color-muted: #f4f4f5;
  --color-muted-foreground: #71717a;
  --color-background: #fff;
  --color-foreground: #111;
  --color-primary: #2563eb;
  --color-sidebar: #fafafa;
  --radius: 8px;
}`;

function loadStylesheet(id, base) {
  const path = join(packages, id === 'tailwindcss' ? 'tailwindcss/index.css' : id);
  return Promise.resolve({ path, base, content: readFileSync(path, 'utf8') });
}

/** Whatever may be the name of a class; Tailwind leaves out what is none. */
function namesIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => /\.(js|svelte)$/.test(file));
  const words = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/[\s"'`]+/));
  return [...new Set(words)];
}

/** `virtual:tailwind/a-package.css` is what the classes that it names stand for. */
export const tailwind = {
  name: 'tailwind',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${PREFIX}`)) return undefined;
    const name = id.slice(PREFIX.length + 1, -'.css'.length);
    const sheet = await compile(SHEET, { base: packages, loadStylesheet });
    return sheet.build(namesIn(join(packages, name, 'dist')));
  },
};
