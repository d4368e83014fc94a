import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type Format, formatOfFile, formatOfItem } from './formats';
import {
  JsonSplitter,
  type Kind,
  type Path,
  type Piece,
  type SplitterOptions,
  type Wish,
} from './json-splitter';
import { Unreadable } from './refusal';
import { broken, unpack } from './zip';

/** A JSON file that holds conversations, by itself or in an archive. */
export interface Source {
  readonly format: Format;
  readonly size: number;
  /** Its pieces, one after the other; `heard` is told of bytes as they are read. */
  readonly pieces: (wish: SplitterOptions['wish'], heard?: (bytes: number) => void) => AsyncGenerator<Piece>;
}

export interface Sources {
  readonly sources: readonly Source[];
  readonly close: () => void;
}

/** The most bytes that one conversation may have. */
const MOST_PIECE = 256 * 1024 * 1024;
const CHUNK = 256 * 1024;

interface File {
  readonly size: number;
  readonly chunks: () => AsyncIterable<Buffer>;
}

/** Looks into a file for conversations; what it is called says nothing. */
export async function openSources(path: string, signal: AbortSignal): Promise<Sources> {
  if (!(await isZip(path))) {
    const { size } = await stat(path);
    const file = { size, chunks: () => createReadStream(path, { highWaterMark: CHUNK }) };
    const format = await formatOf(file, signal);
    if (!format) throw new Unreadable('', { problem: 'unknown' });
    return { sources: [sourceOf(file, format, signal)], close: () => undefined };
  }
  const { files, close } = await unpack(path);
  try {
    return {
      sources: await sourcesIn(
        files.map(({ size, stream }) => ({ size, chunks: () => from(stream) })),
        signal,
      ),
      close,
    };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/** Many of an archive's files hold something else, whatever that is. */
async function sourcesIn(files: readonly File[], signal: AbortSignal): Promise<readonly Source[]> {
  const sources: Source[] = [];
  let trouble: Error | null = null;
  for (const file of files) {
    try {
      const format = await formatOf(file, signal);
      if (format) sources.push(sourceOf(file, format, signal));
    } catch (thrown) {
      signal.throwIfAborted();
      // What may not be opened at all is no accident of one file.
      if (thrown instanceof Unreadable && thrown.problem === 'unsafe') throw thrown;
      trouble ??= thrown instanceof Error ? thrown : null;
    }
  }
  if (sources.length > 0) return sources;
  throw trouble ?? new Unreadable('', { problem: 'unknown' });
}

function sourceOf(file: File, format: Format, signal: AbortSignal): Source {
  return {
    ...{ format, size: file.size },
    pieces: (wish, heard) => piecesOf(file, { wish, most: MOST_PIECE }, signal, heard),
  };
}

async function* piecesOf(
  { chunks }: File,
  options: SplitterOptions,
  signal: AbortSignal,
  heard: (bytes: number) => void = () => undefined,
): AsyncGenerator<Piece> {
  const splitter = new JsonSplitter(options);
  for await (const chunk of chunks()) {
    signal.throwIfAborted();
    yield* splitter.feed(chunk);
    heard(chunk.length);
  }
  yield* splitter.end();
}

/** By the names at its top, or in an item of the list that it is. Null where nothing known has such. */
async function formatOf(file: File, signal: AbortSignal): Promise<Format | null> {
  const names = new Names();
  const splitter = new JsonSplitter({ wish: (path, kind) => names.hear(path, kind), most: MOST_PIECE });
  for await (const chunk of file.chunks()) {
    signal.throwIfAborted();
    try {
      Array.from(splitter.feed(chunk));
    } catch (thrown) {
      if (!names.format) throw thrown; // Otherwise it is told when it is read.
    }
    if (names.format) return names.format;
  }
  Array.from(splitter.end());
  return null;
}

/** The names that are met on the way into a file. */
class Names {
  readonly #met = new Set<string>();
  format: Format | null = null;

  hear([top, name]: Path, kind: Kind): Wish {
    if (top === undefined) return 'into';
    const own = typeof top === 'string' ? top : name;
    if (own === undefined) {
      this.#met.clear(); // The next item.
      return kind === 'other' ? 'pass' : 'into';
    }
    this.#met.add(String(own));
    this.format ??= typeof top === 'string' ? formatOfFile(this.#met) : formatOfItem(this.#met);
    return 'pass';
  }
}

async function* from(open: () => Promise<AsyncIterable<Buffer>>): AsyncGenerator<Buffer> {
  try {
    yield* await open();
  } catch (thrown) {
    throw thrown instanceof Error && !(thrown instanceof Unreadable) ? broken(thrown) : thrown;
  }
}

const ZIP = Buffer.from([0x50, 0x4b]);

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.equals(ZIP);
  } finally {
    await file.close();
  }
}
