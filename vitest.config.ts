import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { diagramPage } from './scripts/diagram-page.ts';
import { showLicences } from './scripts/licences.ts';
import { chromiumFlags, findChromium } from './tests/standin/chromium.ts';

/** Runes and components run where they will live: in Chromium, not in an imitation of a page. */
const inChromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath: findChromium(), args: chromiumFlags } }),
  instances: [{ browser: 'chromium' as const }],
});

/** A package that is found in mid-run has the pages loaded anew under the tests; a worker's are found last. */
const prepared = { force: true, include: ['katex', 'remend'], exclude: ['shiki'] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          css: true, // read as it is for pages that are exported
          include: ['src/{main,shared}/**/*.test.ts', 'tests/{fakes,unit,canary}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts'],
          // Each has servers and libraries of its own; a full disk and killed processes take their time.
          testTimeout: 30_000,
        },
      },
      {
        // Looks at what was built, so it runs after the build.
        test: {
          name: 'posture',
          environment: 'node',
          include: ['tests/posture/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'packaging',
          environment: 'node',
          include: ['tests/packaging/**/*.test.ts'],
          globalSetup: './tests/packaging/pack.ts',
          testTimeout: 120_000,
        },
      },
      {
        plugins: [svelte(), diagramPage(), showLicences()],
        optimizeDeps: prepared,
        test: { name: 'window', include: ['src/renderer/**/*.test.ts'], browser: inChromium() },
      },
      {
        plugins: [svelte(), showLicences()],
        optimizeDeps: prepared,
        test: {
          name: 'property',
          include: ['tests/property/**/*.test.ts'],
          globalSetup: './tests/property/bridge.ts',
          browser: inChromium(),
        },
      },
      {
        plugins: [svelte()],
        optimizeDeps: { force: true },
        test: {
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          browser: inChromium(),
        },
      },
    ],
  },
});
