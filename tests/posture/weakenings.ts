import type { Part } from './bundle.ts';

/** A line of the bundle made worse: the item it belongs to must notice. */
export interface Weakening {
  readonly item: number;
  readonly part: Part;
  readonly from: RegExp;
  readonly to: string;
}

const main = (item: number, from: RegExp, to: string): Weakening => ({ item, part: 'main', from, to });

export const weakenings: readonly Weakening[] = [
  main(1, /loadURL\(`\$\{pageOrigin\}\/index/, 'loadURL(`https://evil.example/index'),
  main(1, /answer\(\{ cancel: !isOwnRequest\(request\.url\) \}\)/, 'answer({ cancel: false })'),
  main(2, /nodeIntegration: false/, 'nodeIntegration: true'),
  main(2, /nodeIntegration: false(?![\s\S]*nodeIntegration: false)/, 'nodeIntegration: true'),
  main(2, /nodeIntegration: false/, 'nodeIntegration: false, nodeIntegrationInWorker: true'),
  main(3, /contextIsolation: true/, 'contextIsolation: false'),
  main(4, /sandbox: true/, 'sandbox: false'),
  main(4, /app\.enableSandbox\(\);/, ''),
  main(5, /answer\(permission === GRANTED && isOurPage\(contents\.mainFrame\)\)/, 'answer(true)'),
  main(5, /permission === GRANTED && isOurPage\(contents\?\.mainFrame \?\? null\)/, 'true'),
  main(5, /setDevicePermissionHandler\(\(\) => false\)/, 'setDevicePermissionHandler(() => true)'),
  main(6, /sandbox: true/, 'sandbox: true, webSecurity: false'),
  main(7, /"connect-src 'none'"/, '"connect-src *"'),
  main(7, /"script-src 'self'"/, `"script-src 'self' 'unsafe-inline'"`),
  main(7, /"content-security-policy": policyOf\(request\.url\)/, '"x-nothing": ""'),
  { item: 7, part: 'html', from: /<meta http-equiv="Content-Security-Policy"[^>]*>/, to: '' },
  main(8, /sandbox: true/, 'sandbox: true, allowRunningInsecureContent: true'),
  main(9, /sandbox: true/, 'sandbox: true, experimentalFeatures: true'),
  main(
    9,
    /app\.enableSandbox\(\);/,
    'app.enableSandbox(); app.commandLine.appendSwitch("disable-web-security");',
  ),
  main(10, /sandbox: true/, 'sandbox: true, enableBlinkFeatures: "X"'),
  main(11, /sandbox: true/, 'sandbox: true, webviewTag: true'),
  main(12, /contents\.on\("will-attach-webview", [^\n]*\n/, '\n'),
  main(13, /if \(event\.url !== contents\.getURL\(\)\) event\.preventDefault\(\);/, ''),
  main(13, /if \(event\.isMainFrame \|\| event\.url !== diagramPage\) event\.preventDefault\(\);/, ''),
  main(13, /contents\.on\("will-redirect", [^\n]*\n/, '\n'),
  main(14, /action: "deny"/, 'action: "allow"'),
  main(15, /if \(isSafeLink\(link\)\) /, 'if (URL.canParse(link)) '),
  main(15, /&& !url\.username && !url\.password/, ''),
  main(15, /link\.length > LONGEST/, 'false'),
  main(
    15,
    /registerScheme\(\);\n/,
    'registerScheme();\nglobalThis.open = (url) => shell.openExternal(url);\n',
  ),
  { item: 16, part: 'package', from: /"electron": "\d+/, to: '"electron": "41' },
  main(17, /if \(isOurPage\(event\.senderFrame\)\) return/, 'return'),
  main(17, /frame\.parent === null && /, ''),
  main(17, /frame\.url\.startsWith\(`\$\{pageOrigin\}\/`\)/, 'frame.url.startsWith(pageOrigin)'),
  main(18, /!path\.startsWith\(folder \+ sep\) \|\| /, ''),
  main(18, /`app:\/\/\$\{host\}` !== BUNDLE \|\| /, ''),
  main(18, /privileges: \{/, 'privileges: { bypassCSP: true,'),
  main(18, /loadURL\(`\$\{pageOrigin\}\/index\.html/, 'loadURL(`file:///index.html'),
  { item: 19, part: 'fuses', from: /RunAsNode\]: false/, to: 'RunAsNode]: true' },
  { item: 19, part: 'fuses', from: /OnlyLoadAppFromAsar\]: true/, to: 'OnlyLoadAppFromAsar]: false' },
  { item: 20, part: 'preload', from: /=> listener\(event\)/, to: '=> listener(event, _)' },
  {
    item: 20,
    part: 'preload',
    from: /call: \(name, input\)/,
    to: 'ipc: electron.ipcRenderer,\n\tcall: (name, input)',
  },
  { item: 20, part: 'preload', from: /invoke\(CALL_CHANNEL, name, input\)/, to: 'invoke(name, input)' },
];
