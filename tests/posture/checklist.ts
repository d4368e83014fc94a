import { FuseV1Options } from '@electron/fuses';
import { links, PAGE } from './attacks.ts';
import type { Bundle } from './bundle.ts';

/** One item of Electron's security checklist (docs/tutorial/security.md); what it answers is what is wrong. */
export interface Item {
  readonly number: number;
  readonly name: string;
  readonly wrong: (bundle: Bundle) => readonly unknown[];
}

const preferencesOf = ({ seen }: Bundle) => seen.windows.map(({ webPreferences = {} }) => webPreferences);
/** Also of windows that are only opened later. */
const written = ({ main }: Bundle) => main.match(/webPreferences: \{[^}]*\}/g) ?? [];
const windowsIn = ({ main }: Bundle) => main.match(/new BrowserWindow\(/g) ?? [];

function each(bundle: Bundle, holds: (preferences: Record<string, unknown>) => boolean, text: RegExp) {
  const missing = written(bundle).filter((preferences) => !text.test(preferences));
  const count = written(bundle).length === windowsIn(bundle).length ? [] : ['a window without preferences'];
  return [...preferencesOf(bundle).filter((preferences) => !holds(preferences)), ...missing, ...count];
}

const never = (bundle: Bundle, name: string) => [
  ...preferencesOf(bundle).filter((preferences) => name in preferences),
  ...written(bundle).filter((preferences) => preferences.includes(name)),
];

const directives = (policy: string) =>
  new Map(policy.split('; ').map((one) => [one.split(' ')[0] ?? '', one]));

const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

function weakPolicy(policy: string): readonly string[] {
  const found = directives(policy);
  const missing = STRICT.filter((one) => found.get(one.split(' ')[0] ?? '') !== one);
  const loose = [...found.values()].filter((one) => /https?:|unsafe|\*/.test(one));
  return [...missing, ...loose];
}

/** What the packaging tests read back from the program. */
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

/** The one switch: Wayland gives keys of the whole system by a portal only. */
const PORTAL = 'enable-features=GlobalShortcutsPortal';

/** All that the scheme needs to be like `https:`, with an origin of its own. */
const PRIVILEGES = ['standard', 'secure', 'supportFetchAPI'];

/** Electron supports its latest three majors, and a new one comes every eight weeks. */
const OLDEST_MAJOR = 45;

export const checklist: readonly Item[] = [
  {
    number: 1,
    name: 'only what came with the app is loaded',
    wrong: ({ seen }) => [
      ...seen.pages.filter((url) => !url.startsWith('app://parley/')),
      ...seen.requests,
      ...seen.ownRequests,
    ],
  },
  {
    number: 2,
    name: 'no page has Node',
    wrong: (bundle) => [
      ...each(bundle, (one) => one['nodeIntegration'] === false, /nodeIntegration: false/),
      ...never(bundle, 'nodeIntegrationInWorker'),
      ...never(bundle, 'nodeIntegrationInSubFrames'),
    ],
  },
  {
    number: 3,
    name: 'the preload has a world of its own',
    wrong: (bundle) => each(bundle, (one) => one['contextIsolation'] === true, /contextIsolation: true/),
  },
  {
    number: 4,
    name: 'every process of a page is in the sandbox',
    wrong: (bundle) => [
      ...each(bundle, (one) => one['sandbox'] === true, /sandbox: true/),
      ...(bundle.seen.sandboxFirst ? [] : ['the app does not ask for the sandbox before it is ready']),
    ],
  },
  {
    number: 5,
    name: 'a page may write to the clipboard and nothing else; others may nothing',
    wrong: ({ seen: { permissions } }) => [
      ...Object.entries(permissions.ours).filter(([name]) => name !== 'clipboard-sanitized-write'),
      ...permissions.foreign.filter((granted) => Object.keys(granted).length > 0),
      ...(permissions.device === false ? [] : ['devices']),
    ],
  },
  { number: 6, name: 'web security is on', wrong: (bundle) => never(bundle, 'webSecurity') },
  {
    number: 7,
    name: 'a policy stands in every answer and in the page itself',
    wrong: ({ seen, html }) => [
      ...weakPolicy(seen.files.policies['index.html'] ?? ''),
      ...weakPolicy(
        (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll(
          '&#39;',
          "'",
        ),
      ),
      ...(/(^|; )sandbox allow-scripts(;|$)/.test(seen.files.policies['diagram/frame.html'] ?? '')
        ? []
        : ['the frame']),
    ],
  },
  {
    number: 8,
    name: 'no insecure content runs',
    wrong: (bundle) => never(bundle, 'allowRunningInsecureContent'),
  },
  {
    number: 9,
    name: 'no experimental features',
    wrong: (bundle) => [
      ...never(bundle, 'experimentalFeatures'),
      ...bundle.seen.switches.filter((one) => one !== PORTAL),
    ],
  },
  { number: 10, name: 'no Blink features', wrong: (bundle) => never(bundle, 'enableBlinkFeatures') },
  { number: 11, name: 'no webview', wrong: (bundle) => never(bundle, 'webviewTag') },
  {
    number: 12,
    name: 'no webview is let in',
    wrong: ({ seen }) => (seen.contents.webviews ? ['webview'] : []),
  },
  {
    number: 13,
    name: 'a page goes nowhere',
    wrong: ({ seen: { contents } }) => [
      ...contents.navigations,
      ...contents.frameNavigations,
      ...contents.redirects,
    ],
  },
  {
    number: 14,
    name: 'a page opens no window',
    wrong: ({ seen }) => seen.contents.windows.filter((answer) => answer !== 'deny'),
  },
  {
    number: 15,
    name: 'only web and mail addresses are handed to the system, from one place',
    wrong: ({ seen, main }) => [
      ...links.refused.filter((link) => seen.links.includes(link)),
      ...seen.links.filter((link) => !/^(https?:|mailto:)/.test(link) || link.includes('@evil')),
      ...links.opened.filter((link) => !seen.links.includes(link)),
      ...(main.match(/openExternal\(/g) ?? []).slice(1),
    ],
  },
  {
    number: 16,
    name: 'Electron is one that is supported',
    wrong: ({ electron }) => (Number.parseInt(electron, 10) >= OLDEST_MAJOR ? [] : [electron]),
  },
  {
    number: 17,
    name: 'only our own page is answered, and only what it may ask',
    wrong: ({ seen: { calls } }) => [
      ...calls.answered,
      ...calls.thrown,
      ...(calls.channels.length > 0 ? [] : ['no channel was found']),
    ],
  },
  {
    number: 18,
    name: 'pages come from a scheme of our own, which serves nothing but the bundle',
    wrong: ({ seen }) => [
      ...seen.pages.filter((url) => url.startsWith('file:')),
      ...(seen.filesLoaded > 0 ? ['loadFile'] : []),
      ...seen.files.leaked,
      ...seen.schemes.filter(({ scheme, privileges }) => {
        const more = Object.keys(privileges).filter((name) => !PRIVILEGES.includes(name));
        return (
          !PAGE.startsWith(`${scheme}:`) ||
          !privileges['standard'] ||
          !privileges['secure'] ||
          more.length > 0
        );
      }),
    ],
  },
  {
    number: 19,
    name: 'Electron’s program runs this app and nothing else',
    wrong: ({ fuses }) =>
      Object.entries(FUSES).filter(([name, on]) => fuses[FuseV1Options[name as keyof typeof FUSES]] !== on),
  },
  {
    number: 20,
    name: 'the bridge has two functions, and gives values only',
    wrong: ({ seen: { bridge } }) => [
      ...bridge.names.filter((name) => !['bridge.call', 'bridge.onEvent'].includes(name)),
      ...bridge.heard.filter((args) => args.length !== 1 || JSON.stringify(args) !== '[{"name":"x"}]'),
      ...bridge.channels.filter((channel) => channel !== 'call'),
    ],
  },
];
