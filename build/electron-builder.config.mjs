/**
 * How Parley is packed. Everything secret or particular comes from the environment (docs/release.md):
 * `PARLEY_UPDATE_FEED`, `PARLEY_HOMEPAGE`, `CSC_*` and `WIN_CSC_*`, `APPLE_*`, and `AZURE_SIGNING_*` for Windows.
 */
import { setFuses } from './fuses.mjs';
import { updateFeed } from './update-feed.mjs';

const feed = updateFeed(process.env);
const { AZURE_SIGNING_ENDPOINT, AZURE_SIGNING_ACCOUNT, AZURE_SIGNING_PROFILE, AZURE_SIGNING_PUBLISHER } =
  process.env;

const scripts = { afterInstall: 'build/linux/after-install.sh', afterRemove: 'build/linux/after-remove.sh' };
/** @type {('x64' | 'arm64')[]} */
const both = ['x64', 'arm64'];

/** @satisfies {import('electron-builder').Configuration} */
const configuration = {
  appId: 'dev.parley.app',
  productName: 'Parley',
  copyright: 'Copyright © 2026 The Parley authors',
  extraMetadata: { homepage: process.env.PARLEY_HOMEPAGE ?? 'https://parley.invalid' },
  directories: { output: 'dist', buildResources: 'build' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // The bundles, and of the native modules what this system and processor load.
  files: [
    'out/**',
    'package.json',
    'LICENSE',
    '!**/*.map',
    '!node_modules/**',
    'node_modules/better-sqlite3-multiple-ciphers/{package.json,LICENSE,lib/**}',
    'node_modules/better-sqlite3-multiple-ciphers/prebuilds/${platform}-${arch}.node',
    'node_modules/keytar/{package.json,LICENSE.md,lib/**}',
    'node_modules/keytar/prebuilds/${platform}-${arch}/**',
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  afterPack: setFuses,
  electronLanguages: ['en', 'en-US', 'de'],
  // Without a feed there are no updates, and the app does not speak of them.
  publish: feed === null ? null : { provider: 'generic', url: feed },
  linux: {
    target: ['AppImage', 'deb', 'rpm'].map((target) => ({ target, arch: both })),
    icon: 'icons',
    executableName: 'parley',
    syncDesktopName: true,
    maintainer: 'The Parley authors <authors@parley.invalid>',
    vendor: 'Parley',
    synopsis: 'Chat with OpenAI’s models, with your own key',
    category: 'Network;Chat',
    desktop: {
      entry: {
        GenericName: 'AI Chat',
        'GenericName[de]': 'KI-Chat',
        'Comment[de]': 'Mit OpenAIs Modellen chatten, mit eigenem Schlüssel',
        Keywords: 'OpenAI;GPT;AI;chat;assistant;',
      },
    },
  },
  deb: {
    ...scripts,
    depends: [
      ...['libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'libatspi2.0-0', 'libuuid1'],
      ...['libsecret-1-0', 'xdg-utils'],
    ],
    recommends: ['gnome-keyring | kwalletmanager', 'libayatana-appindicator3-1'],
  },
  rpm: {
    ...scripts,
    depends: [
      ...['gtk3', 'libnotify', 'nss', 'libXScrnSaver', '(libXtst or libXtst6)', 'at-spi2-core'],
      ...['(libuuid or libuuid1)', 'libsecret', 'xdg-utils'],
    ],
  },
  mac: {
    target: ['dmg', 'zip'].map((target) => ({ target, arch: both })),
    icon: 'build/icon.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.inherit.plist',
    // With `APPLE_API_KEY` and its kin, or `APPLE_ID` and its kin; else what is made is for trying out.
    notarize: Boolean(process.env.APPLE_API_KEY ?? process.env.APPLE_ID),
  },
  dmg: {
    sign: false,
    contents: [
      { x: 140, y: 200 },
      { x: 400, y: 200, type: 'link', path: '/Applications' },
    ],
  },
  win: {
    target: [
      { target: 'nsis', arch: both },
      { target: 'portable', arch: both },
    ],
    icon: 'build/icon.ico',
    verifyUpdateCodeSignature: true,
    ...(AZURE_SIGNING_ENDPOINT && {
      azureSignOptions: {
        endpoint: AZURE_SIGNING_ENDPOINT,
        codeSigningAccountName: AZURE_SIGNING_ACCOUNT ?? '',
        certificateProfileName: AZURE_SIGNING_PROFILE ?? '',
        publisherName: AZURE_SIGNING_PUBLISHER ?? '',
      },
    }),
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: true,
    allowToChangeInstallationDirectory: true,
    // Chats are the user's, also after the app is gone.
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: '${productName}-${version}-${os}-${arch}-portable.${ext}' },
};

export default configuration;
