import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { diagramPage } from './scripts/diagram-page.ts';
import { noteLicences, showLicences } from './scripts/licences.ts';
import { staticIcons } from './scripts/static-icons.ts';
import { contentSecurityPolicy } from './src/main/shell/content-security-policy.ts';

/** The policy also stands in the page itself, so that it holds however the page is served. */
const policyInPage: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

/** Chromium reads WOFF2: the formulas' other two formats would only be weight. */
const oneFontFormat: Plugin = {
  name: 'one-font-format',
  enforce: 'pre',
  transform: {
    filter: { id: /katex\.min\.css/ },
    handler: (code) => code.replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, ''),
  },
};

export default defineConfig({
  // Only `dependencies` (the native modules) stay outside the bundle: the rest loads in one read.
  main: {
    plugins: [noteLicences()],
    build: {
      sourcemap: true,
      // A thread begins with a file of its own.
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'library-worker': 'src/main/jobs/worker.ts',
          'token-worker': 'src/main/tokenizer/worker.ts',
        },
      },
    },
  },
  // A sandboxed preload is one CommonJS file: it can neither import nor require siblings.
  preload: {
    plugins: [noteLicences()],
    build: {
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [
      staticIcons(),
      svelte(),
      policyInPage,
      oneFontFormat,
      diagramPage(),
      noteLicences(),
      showLicences(),
    ],
    // Its parts are loaded when they are needed: each language has its own.
    worker: { format: 'es', plugins: () => [noteLicences()] },
    // The policy lets no font come from an address with its data in it.
    build: {
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: ['src/renderer/index.html', 'src/renderer/quick-ask.html'] },
    },
  },
});
