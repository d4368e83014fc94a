/**
 * `npm test`: every check and every test. The last line is the sum: `N passed, N failed`.
 *
 * All stages run, also after one has failed. `--quick` leaves out what needs a build or a window.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npmRun, root } from './child.mjs';
import { countPlaywright, countVitest } from './count-tests.mjs';
import { requireNode } from './node-version.mjs';
import { requireSystemPackages } from './system-packages.mjs';

const reports = join(root, 'test-results');
const quick = process.argv.includes('--quick');

requireNode();
await requireSystemPackages(quick ? 'standin' : 'tests');
mkdirSync(reports, { recursive: true });

/** @typedef {import('./count-tests.mjs').Count} Count */

const NO_BUILD = 'Not run: there is no build to run it on.';

const total = { passed: 0, failed: 0 };
/** The random sequences mostly wait for one another: they leave a processor to the checks. */
const sequences = quick ? undefined : aside('random sequences', (output) => vitest('property', output));
await stage('types', () => check('types'));
await stage('lint', () => check('lint'));
await stage('format', () => check('format'));
await stage('dead code', () => check('dead-code'));
const built = quick || (await stage('build', () => check('build')));
if (!quick) await stage('packaging', () => (built ? vitest('packaging') : failed(NO_BUILD)));
await stage('unit tests', () => vitest('unit'));
if (!quick) await stage('posture', () => (built ? vitest('posture') : failed(NO_BUILD)));
await sequences;
if (!quick) {
  await stage('component tests', () => vitest('window'));
  await stage('Markdown conformance', () => vitest('conformance'));
  await stage('faults', () => vitest('faults'));
  await stage('end-to-end tests', () => (built ? playwright() : failed(NO_BUILD)));
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {() => Count | Promise<Count>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
async function stage(name, work) {
  console.log(`\n== ${name}`);
  return counted(name, work);
}

/**
 * A stage beside others: what it says is shown when it has ended.
 *
 * @param {string} name
 * @param {(output: number) => Promise<Count>} work writes into this file
 */
async function aside(name, work) {
  const said = join(reports, 'aside.log');
  const output = openSync(said, 'w');
  await counted(name, async () => {
    const count = await work(output);
    closeSync(output);
    console.log(`\n== ${name}\n${readFileSync(said, 'utf8')}`);
    return count;
  });
}

/**
 * @param {string} name
 * @param {() => Count | Promise<Count>} work
 */
async function counted(name, work) {
  const start = performance.now();
  const count = await work();
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`-- ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
  return count.failed === 0;
}

/**
 * A check is one test.
 *
 * @param {string} script
 * @returns {Promise<Count>}
 */
async function check(script) {
  const code = await runScript(script);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {'unit' | 'posture' | 'window' | 'conformance' | 'faults' | 'packaging' | 'property'} project
 * @param {number} [output]
 */
async function vitest(project, output) {
  const file = `${project}.json`;
  const args = ['--project', project, '--reporter=default', '--reporter=json'];
  args.push(`--outputFile.json=${join(reports, file)}`);
  const script = project === 'packaging' ? 'dist:check' : 'test:unit'; // that one starts the app
  const code = await reporting(file, script, args, output);
  return countVitest(readReport(file), code);
}

async function playwright() {
  const code = await reporting('e2e.json', 'test:e2e');
  return countPlaywright(readReport('e2e.json'), code);
}

/**
 * @param {string} file an old one must not be taken for the new
 * @param {string} script
 * @param {readonly string[]} [args]
 * @param {number} [output]
 */
function reporting(file, script, args, output) {
  rmSync(join(reports, file), { force: true });
  return runScript(script, args, output);
}

/**
 * @param {string} script
 * @param {readonly string[]} [args]
 * @param {number} [output]
 */
async function runScript(script, args, output) {
  const { code, interrupted } = await npmRun(script, args, output);
  if (interrupted) process.exit(130);
  return code;
}

/** @param {string} file */
function readReport(file) {
  try {
    return /** @type {unknown} */ (JSON.parse(readFileSync(join(reports, file), 'utf8')));
  } catch {
    return null; // counted as a failure
  }
}

/** @param {string} reason */
function failed(reason) {
  console.log(reason);
  return { passed: 0, failed: 1 };
}
