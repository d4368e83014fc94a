import type { Readable } from 'node:stream';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import { Unreadable } from './refusal';
import { words } from '../../../shared/words';

/** A file in an archive. Its name is of no account, and never becomes a path. */
export interface Packed {
  /** Bytes, unpacked. */
  readonly size: number;
  /** Rejects where it holds more than it says. */
  readonly stream: () => Promise<Readable>;
}

const MOST_ENTRIES = 10_000;
/** A small file may be packed as tightly as it likes. */
const SMALL = 10_000_000;
/** No text that anyone has written can be packed more tightly. */
const TIGHTEST = 100;

/** The JSON files of an archive. Archives in it are passed over. */
export async function unpack(path: string): Promise<{ files: readonly Packed[]; close: () => void }> {
  const zip = await opened(path);
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw new Unreadable(words.transfer.refusals.manyFiles, { problem: 'unsafe' });
    const entries = await entriesOf(zip);
    const files = entries
      .filter(({ fileNameRaw }) => /\.json$/i.test(fileNameRaw.toString('latin1')))
      .map((entry) => packed(zip, entry));
    return { files, close: () => zip.close() };
  } catch (thrown) {
    zip.close();
    throw thrown;
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    openZip(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) reject(broken(error));
      else resolve(zip);
    });
  });
}

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', (error: Error) => reject(broken(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function packed(zip: ZipFile, entry: Entry): Packed {
  const { uncompressedSize: size, compressedSize } = entry;
  const stream = () =>
    new Promise<Readable>((resolve, reject) => {
      if (size > SMALL && size > compressedSize * TIGHTEST)
        return reject(new Unreadable(words.transfer.refusals.bomb, { problem: 'unsafe' }));
      if (entry.isEncrypted())
        return reject(new Unreadable(words.transfer.refusals.password, { problem: 'archive' }));
      zip.openReadStream(entry, (error, readable) => {
        if (error) reject(broken(error));
        else resolve(readable);
      });
    });
  return { size, stream };
}

/** What its reader says of an archive that is not as it should be. The system's own errors stay as they are. */
export function broken(error: Error): Error {
  if ('code' in error && /^E[A-Z]+$/.test(String(error.code))) return error;
  return new Unreadable(error.message.replace(/\.$/, ''), { problem: 'archive' });
}
