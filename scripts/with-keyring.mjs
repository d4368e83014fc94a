/**
 * Runs a command with its own D-Bus session and an unlocked, throw-away GNOME keyring.
 *
 *   node scripts/with-keyring.mjs playwright test
 *
 * The bus starts no service by itself: else a client that is faster than the unlocked keyring would wake a
 * second, locked one. Only the keyring gets a home of its own; the command keeps the user's.
 * macOS and Windows have a keychain that is always there, so the command just runs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectEnv, run } from './child.mjs';
import { stop } from './node-version.mjs';

const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

const [command, ...args] = process.argv.slice(2);
if (!command) stop('Say what to run: node scripts/with-keyring.mjs <command> [arguments]');
const windows = process.platform === 'win32';
const session = process.platform === 'linux' ? await openSession() : null;
const { code } = await run(command, args, {
  cwd: process.cwd(),
  env: session?.env ?? projectEnv,
  shell: windows,
});
await session?.close();
process.exit(code);

/** Without `close`, bus and keyring are ended when this process ends. */
async function openSession() {
  const home = mkdtempSync(join(tmpdir(), 'keyring-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const daemons = [];
  process.on('exit', () => {
    for (const daemon of daemons) daemon.kill();
    rmSync(home, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      // While the command runs, `run` passes the signal on and waits.
      if (process.listenerCount(signal) === 0) process.exit(130);
    });
  }

  const config = join(home, 'bus.conf');
  writeFileSync(config, busConfig);
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], {
    detached: true, // so that Ctrl-C ends the command first
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  daemons.push(bus);
  const address = await firstLine(bus);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...projectEnv, DBUS_SESSION_BUS_ADDRESS: address, GNOME_KEYRING_CONTROL: undefined };
  daemons.push(startKeyring(home, env));
  await unlocked(env);
  const close = async () => {
    for (const daemon of daemons.splice(0).reverse()) {
      const gone = new Promise((resolve) => daemon.once('exit', resolve));
      if (daemon.kill()) await gone;
    }
  };
  return { env, close };
}

/**
 * @param {string} home
 * @param {NodeJS.ProcessEnv} env
 */
function startKeyring(home, env) {
  const folders = {
    XDG_DATA_HOME: 'data',
    XDG_CACHE_HOME: 'cache',
    XDG_CONFIG_HOME: 'config',
    XDG_RUNTIME_DIR: 'run',
  };
  const own = Object.entries(folders).map(([name, folder]) => [name, join(home, folder)]);
  for (const [, folder = ''] of own) mkdirSync(folder, { mode: 0o700 });
  const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    detached: true,
    env: { ...env, HOME: home, ...Object.fromEntries(own) },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keyring.on('error', (error) => stop(`gnome-keyring-daemon could not be started: ${error.message}`));
  keyring.stdin.end('throw-away');
  return keyring;
}

/** @param {import('node:child_process').ChildProcess} bus */
function firstLine(bus) {
  return new Promise((/** @type {(line: string) => void} */ resolve) => {
    let heard = '';
    let complaint = '';
    bus.stderr?.on('data', (/** @type {Buffer} */ chunk) => (complaint += chunk.toString()));
    const ended = () => stop(`dbus-daemon ended before it gave its address. ${complaint}`);
    bus.stdout?.on('data', (/** @type {Buffer} */ chunk) => {
      heard += chunk.toString();
      const end = heard.indexOf('\n');
      if (end < 0) return;
      bus.off('exit', ended);
      resolve(heard.slice(0, end).trim());
    });
    bus.on('error', (error) => stop(`dbus-daemon could not be started: ${error.message}`));
    bus.on('exit', ended);
  });
}

/**
 * Resolves when the keyring owns its name on the bus and its login collection is open.
 *
 * @param {NodeJS.ProcessEnv} env
 */
async function unlocked(env) {
  const question = [
    ...['call', '--session', '--timeout', '2', '--dest', 'org.freedesktop.secrets'],
    ...['--object-path', '/org/freedesktop/secrets/collection/login'],
    ...['--method', 'org.freedesktop.DBus.Properties.Get', 'org.freedesktop.Secret.Collection', 'Locked'],
  ];
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const { stdout } = spawnSync('gdbus', question, { env, encoding: 'utf8' });
    if (stdout?.includes('<false>')) return;
    await wait(50);
  }
  stop('The throw-away keyring did not unlock within 20 seconds.');
}
