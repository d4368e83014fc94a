import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { blocks } from './whole-file';

export interface Entry {
  readonly name: string;
  readonly time: number;
  /** Read when it is its turn. */
  readonly content: () => Iterable<string> | AsyncIterable<string | Uint8Array>;
}

/** What the format can say. */
const FIRST = Date.UTC(1980, 0, 2);
const LAST = Date.UTC(2107, 11, 30);

/** A zip, one entry after the other, none of them whole in memory. */
export function zipped(entries: Iterable<Entry>): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const bytes = Readable.from(zip.outputStream);
  const fail = (error: Error) => bytes.destroy(error);
  zip.on('error', fail);
  for (const { name, time, content } of entries) {
    const mtime = new Date(Math.min(Math.max(time, FIRST), LAST));
    zip.addReadStreamLazy(name, { mtime }, (take) => {
      const read = Readable.from(blocks(content()), { objectMode: false });
      bytes.once('close', () => read.destroy()); // Who reads the zip has had enough.
      take(null, read.on('error', fail));
    });
  }
  zip.end();
  return bytes;
}
