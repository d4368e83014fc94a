import { createHash } from 'node:crypto';
import { escaped } from '../../../shared/markdown/html';
import { language } from '../../../shared/words';
import styles from './page.css?raw';

const styleHash = createHash('sha256').update(styles).digest('base64');

/** A page may show itself: no script, no address, no style but its own. Formulas bring theirs in attributes. */
const policy = [
  "default-src 'none'",
  `style-src-elem 'sha256-${styleHash}'`,
  "style-src-attr 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Down to where its content begins. */
export const pageHead = (title: string): string => `<!doctype html>
<html lang="${language().code}" dir="${language().direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
`;

export const pageFoot = '</main>\n</body>\n</html>\n';
