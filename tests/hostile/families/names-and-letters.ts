/** Names that stand in the way of the page's own, and letters that do not look like what they are. */
import type { Sketch } from '../sketch.ts';

const names = [
  'body',
  'bridge',
  'cookie',
  'forms',
  'getElementById',
  'location',
  'message',
  'pwned',
  'self',
  'top',
];

const clobbering: readonly Sketch[] = [
  ...names.map(
    (name): Sketch =>
      () =>
        `<img name=${name}><form id=${name}><input name=${name} id=action></form>`,
  ),
  ...names.map(
    (name): Sketch =>
      () =>
        `# ${name}\n\n[^${name}]: ${name}\n\n[x](#${name}) [^${name}]`,
  ),
  (code) => `<a id=config><a id=config name=url href="javascript:${code}">x</a>`,
  (code) => `<iframe name=bridge srcdoc="<a id=call href='javascript:${code}'></a>"></iframe>`,
  (code) => `<form id=__proto__><input name=toString value="${code}"></form>`,
  () => '<object id=x><object id=x name=y data="https://evil.example"></object></object>',
];

const invisible = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\u180e',
  '\u3164',
  '\u{e0041}',
];
const bidirectional = [
  '\u202a',
  '\u202b',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u200f',
  '\u061c',
];

const letters: readonly Sketch[] = [
  ...invisible.map(
    (mark): Sketch =>
      (code) =>
        `<im${mark}g src=x onerror=${code}> <${mark}script>${code}</script>`,
  ),
  ...invisible.map(
    (mark): Sketch =>
      (code) =>
        `[x](java${mark}script:${code}) [y](${mark}javascript:${code})`,
  ),
  ...bidirectional.map(
    (mark): Sketch =>
      (_, address) =>
        `[https://openai.com](${address}/${mark}moc.ianepo) ${mark}x`,
  ),
  ...bidirectional.map(
    (mark): Sketch =>
      (code) =>
        `${mark}<img src=x onerror=${code}>${mark}`,
  ),
  (code) => `\uff1cimg src=x onerror=${code}\uff1e \u2039script\u203a`,
  (code) => `%3Cimg%20src%3Dx%20onerror%3D${code}%3E`,
  (code) => `\\u003cimg src=x onerror=${code}\\u003e \\x3cscript\\x3e${code}`,
  (code) => `+ADw-img src=x onerror=${code}+AD4-`,
  (code) => `\u0000<img src=x\u0000 onerror=${code}>\u0000`,
  (code) => `\ud800<img src=x onerror=${code}>\udc00`,
  (code) => `&#0;&#xD800;&#x110000;&lt;img src=x onerror=${code}&gt;`,
  (code) => `&amp;lt;img src=x onerror=${code}&amp;gt;`,
  (code) => `<img src=x onerror=${code}>${'\u0301'.repeat(500)}`,
  (code) => `\u2028<img src=x onerror=${code}>\u2029\u0085\u000b\u000c`,
  (code) => `\u001b[31m<img src=x onerror=${code}>\u001b]0;x\u0007`,
  (code) => `\u0085<script\u00a0>${code}</script>`,
  () => `${'\u{1f468}\u200d'.repeat(300)}\ufdfd\ufdfa`.repeat(3),
];

export const namesAndLetters: readonly Sketch[] = [...clobbering, ...letters];
