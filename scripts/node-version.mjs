/** The native modules crash without a word on an old Node, and scripts here import TypeScript: so look first. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const installed = existsSync(join(import.meta.dirname, '..', 'node_modules', '.bin'));
  if (!installed) stop('Nothing is installed yet. Run "npm ci" first, then this again.');
  if (major > 22 || (major === 22 && minor >= 18)) return;
  stop(
    process.platform === 'linux'
      ? `This needs Node 22.18 or newer, and Node ${process.versions.node} runs it. "npm ci" brings Node 24 along: start this with npm.`
      : `This needs Node 22.18 or newer, and Node ${process.versions.node} runs it. Install Node 24 from https://nodejs.org, then run this again.`,
  );
}

/**
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
