/** Mermaid diagrams with handlers, settings, markup in labels, and styles that load. */
import type { Sketch } from '../sketch.ts';

const sources: readonly Sketch[] = [
  (code) => `graph TD\nA-->B\nclick A "javascript:${code}"`,
  (code) => `graph TD\nA-->B\nclick A href "javascript:${code}" "tip" _self`,
  (code) => `graph TD\nA-->B\nclick A call top.pwned(${code})`,
  (code) => `graph TD\nA-->B\nclick A callback "${code}"`,
  (_, address) => `graph TD\nA-->B\nclick A href "${address}" _blank`,
  (code) => `graph TD\nA["<img src=x onerror=${code}>"]-->B["<script>${code}</script>"]`,
  (code) => `graph TD\nA["<svg onload=${code}>"]-->|"<iframe srcdoc='<script>${code}</script>'>"|B`,
  (code) => `graph TD\nA["<a href='javascript:${code}'>x</a>"]-->B`,
  (code) => `graph TD\nA["&lt;img src=x onerror=${code}&gt;"]-->B["#lt;img src=x onerror=${code}#gt;"]`,
  (code) => `graph TD\nA["\`<img src=x onerror=${code}>\`"]-->B`,
  (code) =>
    `%%{init: {"securityLevel": "loose", "flowchart": {"htmlLabels": true}}}%%\ngraph TD\nA["<img src=x onerror=${code}>"]-->B\nclick A call top.pwned()`,
  (code) =>
    `---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n---\ngraph TD\nA["<img src=x onerror=${code}>"]`,
  (_, address) =>
    `%%{init: {"themeCSS": "@import url(${address}.css); * { background: url(${address}.png) }"}}%%\ngraph TD\nA`,
  (_, address) =>
    `%%{init: {"theme": "base", "themeVariables": {"primaryColor": "red; background: url(${address})"}}}%%\ngraph TD\nA`,
  (code) => `%%{init: {"fontFamily": "x\\"><img src=x onerror=${code}>"}}%%\ngraph TD\nA`,
  (code) => `%%{init: {"themeCSS": "</style><img src=x onerror=${code}>"}}%%\ngraph TD\nA`,
  (code) => `%%{init: {"__proto__": {"securityLevel": "loose", "polluted": "${code}"}}}%%\ngraph TD\nA`,
  (code) => `%%{init: {"constructor": {"prototype": {"polluted": "${code}"}}}}%%\ngraph TD\nA`,
  (code) =>
    `%%{init: {"secure": [], "dompurifyConfig": {"ADD_TAGS": ["script"]}}}%%\ngraph TD\nA["<script>${code}</script>"]`,
  (_, address) => `graph TD\nA-->B\nstyle A fill:url(${address}),stroke:#f00`,
  (_, address) => `graph TD\nA-->B\nclassDef x background:url("${address}.png")\nclass A x`,
  (_, address) => `flowchart TD\nA@{ img: "${address}.png", label: "x", w: 60, h: 60 }`,
  (_, address) => `flowchart TD\nA@{ icon: "fa:${address}", form: "square" }`,
  (code) =>
    `sequenceDiagram\nparticipant A as <img src=x onerror=${code}>\nA->>B: <script>${code}</script>\nlink A: x @ javascript:${code}`,
  (code) => `sequenceDiagram\nlinks A: {"x": "javascript:${code}"}\nA->>B: x`,
  (code) =>
    `sequenceDiagram\nproperties A: {"class": "x", "icon": "javascript:${code}"}\nA->>B: $$\\href{javascript:${code}}{x}$$`,
  (code) =>
    `classDiagram\nclass A["<img src=x onerror=${code}>"]\nclick A href "javascript:${code}"\nlink A "javascript:${code}"`,
  (code) => `stateDiagram-v2\n[*] --> A: <img src=x onerror=${code}>\nclick A "javascript:${code}"`,
  (code) =>
    `gantt\ntitle <img src=x onerror=${code}>\nsection s\nA :a, 2026-01-01, 1d\nclick a href "javascript:${code}"\nclick a call top.pwned()`,
  (code) => `pie title <img src=x onerror=${code}>\n"<script>${code}</script>" : 1`,
  (code) => `erDiagram\nA["<img src=x onerror=${code}>"] ||--o{ B : "<svg onload=${code}>"`,
  (code) => `mindmap\n  root("<img src=x onerror=${code}>")\n    a["\`<svg onload=${code}>\`"]`,
  (code) => `journey\ntitle <img src=x onerror=${code}>\nsection x\nA: 5: <script>${code}</script>`,
  (code) => `timeline\ntitle <img src=x onerror=${code}>\n2026 : <script>${code}</script>`,
  (code) => `gitGraph\ncommit id: "<img src=x onerror=${code}>" tag: "<svg onload=${code}>"`,
  (code) =>
    `C4Context\nPerson(a, "<img src=x onerror=${code}>", $link="javascript:${code}", $sprite="https://evil.example/x.png")`,
  (code) => `requirementDiagram\nrequirement x {\nid: 1\ntext: "<img src=x onerror=${code}>"\n}`,
  (code) => `quadrantChart\ntitle <img src=x onerror=${code}>\nA: [0.3, 0.6]`,
  (code) => `block-beta\nA["<img src=x onerror=${code}>"]`,
  (_, address) => `architecture-beta\nservice a(${address})["x"]`,
  (code) => `graph TD\nA["$$\\href{javascript:${code}}{x}$$"]`,
  () => `graph TD\n${Array.from({ length: 400 }, (_, at) => `A${at}-->A${at + 1}`).join('\n')}`,
  () => `graph TD\nA["${'x'.repeat(60_000)}"]`,
  (code) => `nothing of the kind <img src=x onerror=${code}>`,
  () => '',
];

export const diagrams: readonly Sketch[] = sources.map(
  (source): Sketch =>
    (code, address) =>
      `\`\`\`mermaid\n${source(code, address)}\n\`\`\``,
);
