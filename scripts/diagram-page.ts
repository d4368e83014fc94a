/** The page that draws diagrams, as one plain script: a page without an origin cannot load modules. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { noteLicences } from './licences.ts';
import { diagramPolicy } from '../src/main/shell/content-security-policy.ts';

const source = resolve('src/renderer/markdown/diagram');

/** Puts `diagram/frame.html` and its script beside the window's page, in the bundle as in a server. */
export function diagramPage(): Plugin {
  let script: Promise<string> | undefined;
  const html = () => readFileSync(join(source, 'frame.html'), 'utf8');
  return {
    name: 'diagram-page',
    configureServer: ({ middlewares }) => {
      middlewares.use('/diagram', (request, response, next) => {
        const send = (type: string, text: string) =>
          response
            .setHeader('content-type', type)
            .setHeader('content-security-policy', diagramPolicy)
            .end(text);
        if (request.url === '/frame.html') return void send('text/html; charset=utf-8', html());
        if (request.url !== '/frame.js') return next();
        (script ??= frameScript()).then((text) => send('text/javascript; charset=utf-8', text), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'diagram/frame.html', source: html() });
      this.emitFile({ type: 'asset', fileName: 'diagram/frame.js', source: await frameScript() });
    },
  };
}

async function frameScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [noteLicences()],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(source, 'frame.ts'), formats: ['iife'], name: 'diagramFrame' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('The page that draws diagrams was not built.');
  return chunk.code;
}
