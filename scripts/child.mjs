/** Running another program to its end. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** The project's own tools, and on Linux its own Node, come first. */
export const projectEnv = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
};

/**
 * Passes on the signals that this process gets, and waits for the program to obey. With `detached`, the
 * program's own children get them too.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, interrupted: boolean }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: projectEnv, stdio: 'inherit', ...options });
    let interrupted = false;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      // A terminal gives Ctrl-C to the program itself; a second one would end it before it has tidied up.
      const hasIt = interrupted || (signal === 'SIGINT' && process.stdin.isTTY && !options.detached);
      interrupted = true;
      if (hasIt || !child.pid) return;
      process.kill(options.detached ? -child.pid : child.pid, signal);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    /** @param {number} code */
    const end = (code) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve({ code, interrupted });
    };
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      end(127);
    });
    child.on('exit', (code) => end(code ?? (interrupted ? 130 : 1)));
  });
}

/**
 * One of package.json's scripts. npm leaves its children behind when it is ended, so all are signalled.
 *
 * @param {string} name
 * @param {readonly string[]} [args]
 * @param {'inherit' | number} [output] an open file to write to, in place of ours
 */
export const npmRun = (name, args = [], output = 'inherit') =>
  run('npm', ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])], {
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
    detached: process.platform !== 'win32',
  });
