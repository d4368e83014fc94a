/** TeX that makes links, loads pictures, sets attributes, or never ends. */
import { each, type Sketch } from '../sketch.ts';

const commands: readonly Sketch[] = [
  (code) => `\\href{javascript:${code}}{x}`,
  (code) => `\\href{JAVA\tSCRIPT:${code}}{x}`,
  (code) => `\\href{data:text/html,<script>${code}</script>}{x}`,
  () => '\\href{file:///etc/passwd}{x}',
  (code) => `\\url{javascript:${code}}`,
  (_, address) => `\\href{${address}}{x}`,
  (_, address) => `\\includegraphics{${address}.png}`,
  (_, address) => `\\includegraphics[height=0.8em, alt="x"]{${address}.svg}`,
  (code) => `\\htmlClass{x" onclick="${code}}{x}`,
  () => '\\htmlId{location}{x}',
  (code) => `\\htmlStyle{background: url(javascript:${code})}{x}`,
  (code) => `\\htmlData{x=" onmouseover="${code}}{x}`,
  (code) => `\\text{<img src=x onerror=${code}>}`,
  (code) => `\\unicode{<script>${code}</script>}`,
  (code) => `\\text{</annotation></semantics></math><img src=x onerror=${code}>}`,
  (code) => `\\tag{<img src=x onerror=${code}>} x`,
  (code) => `\\color{red" onclick="${code}}{x}`,
  () => '\\textcolor{url(https://evil.example/x)}{x}',
  () => '\\def\\a{\\b\\b}\\def\\b{\\a\\a}\\a',
  () => '\\def\\x{\\x\\x}\\x',
  () =>
    `\\newcommand{\\a}{aaaaaaaaaa}${Array.from({ length: 8 }, (_, at) => {
      const [name, inner] = [String.fromCharCode(98 + at), String.fromCharCode(97 + at)];
      return `\\newcommand{\\${name}}{${`\\${inner}`.repeat(10)}}`;
    }).join('')}\\i`,
  () => '\\gdef\\frac#1#2{pwned}\\frac{1}{2}',
  (code) => `\\renewcommand{\\sqrt}{\\href{javascript:${code}}{x}}\\sqrt{2}`,
  () => '\\rule{99999em}{99999em}',
  () => '\\kern{-9999em}\\hspace{99999em}\\raisebox{999em}{x}',
  () => `${'{'.repeat(2000)}x${'}'.repeat(2000)}`,
  () => `${'\\sqrt{'.repeat(500)}x${'}'.repeat(500)}`,
  () => '\\begin{array}{c}\\input{/etc/passwd}\\write18{id}\\end{array}',
  () => '\\char"202E\\char"0000\\char"10FFFF',
  () => '\\undefined{',
];

const ways: readonly ((text: string) => string)[] = [
  (text) => `$${text}$`,
  (text) => `$$\n${text}\n$$`,
  (text) => `\\(${text}\\) and \\[${text}\\]`,
];

export const formulas: readonly Sketch[] = [
  ...each(commands, ways),
  (code) => `\`\`\`math\n\\href{javascript:${code}}{x}\n\`\`\``,
  (code) => `$a$<img src=x onerror=${code}>$b$`,
  (code) => `$$<script>${code}</script>`,
  (code) => `\\[ \\href{javascript:${code}}{x}`,
];
