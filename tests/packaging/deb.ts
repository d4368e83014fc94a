/** A Debian package by the system's own `dpkg-deb`, of the parts that electron-builder hands to its own maker. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface DebParts {
  /** `--name value` pairs, then `from=to` for what is installed. */
  readonly options: readonly string[];
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  /** The file to write. */
  readonly deb: string;
}

export function makeDeb({ options, depends, recommends, deb }: DebParts): void {
  const stage = mkdtempSync(join(tmpdir(), 'parley-deb-'));
  try {
    const named = new Map<string, string>();
    for (const [index, option] of options.entries()) {
      const [, from, to] = /^(\/[^=]+)=(\/.+)$/.exec(option) ?? [];
      if (option.startsWith('--')) named.set(option.slice(2), options[index + 1] ?? '');
      else if (from !== undefined && to !== undefined) place(from, join(stage, to));
    }
    const value = (name: string) => named.get(name) ?? fail(name);
    const control = join(stage, 'DEBIAN');
    mkdirSync(control);
    writeFileSync(
      join(control, 'control'),
      `Package: ${value('name')}
Version: ${value('version')}
Architecture: ${value('architecture')}
Maintainer: ${value('maintainer')}
Depends: ${depends.join(', ')}
Recommends: ${recommends.join(', ')}
Section: net
Priority: ${value('deb-priority')}
Homepage: ${value('url')}
Description: ${value('description')}
`,
    );
    script(value('after-install'), join(control, 'postinst'));
    script(value('after-remove'), join(control, 'postrm'));
    execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', stage, deb]);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

function script(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o755);
}

function fail(name: string): never {
  throw new Error(`The packer says no ${name}.`);
}
