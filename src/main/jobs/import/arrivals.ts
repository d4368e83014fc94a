import type { ImportFormat } from '../../../shared/contract/import';
import { AppError } from '../../../shared/errors';
import type { KeptFolder } from '../../storage/arrival-store';
import type { Database } from '../../storage/database';
import { Shelf } from '../../storage/shelf';
import type { ReadyConversation } from './arriving';
import { checkShape } from './foreign-value';
import type { Piece } from './json-splitter';
import { refusal } from './refusal';
import { openSources, type Source } from './source';

/** The next thing in a file. A conversation without words is null; its number counts from 1. */
export type Arrival =
  | { readonly folder: KeptFolder }
  | { readonly conversation: ReadyConversation | null; readonly number: number };

interface ArrivalsOptions {
  readonly library: () => Database;
  readonly signal: AbortSignal;
  readonly progress: (progress: { readonly done: number; readonly of: number }) => void;
}

/** A file in which conversations were found. */
export interface Arrivals extends AsyncDisposable {
  readonly format: ImportFormat;
  /** What it holds, one thing at a time. Rejects with `IMPORT_REFUSED`, and the place. */
  readonly all: () => AsyncGenerator<Arrival>;
}

/** Whether the file could be opened; rejects with `IMPORT_REFUSED` where nothing known is in it. */
export async function openArrivals(path: string, options: ArrivalsOptions): Promise<Arrivals> {
  const { sources, close } = await openSources(path, options.signal).catch((thrown: unknown) => {
    options.signal.throwIfAborted();
    throw refusal(thrown);
  });
  const [first] = sources;
  if (!first) throw new AppError('INTERNAL', 'A file without conversations was opened.');
  return {
    format: first.format.name,
    all: () => everything(sources, options),
    [Symbol.asyncDispose]: () => Promise.resolve(close()),
  };
}

async function* everything(sources: readonly Source[], options: ArrivalsOptions): AsyncGenerator<Arrival> {
  const heard = counter(sources, options.progress);
  const shelf = sources.some(({ format }) => format.first) ? new Shelf(options.library()) : null;
  let number = 0;
  let where = 1;
  try {
    for (const source of sources) {
      if (shelf) await shelve(source, shelf, heard);
      for await (const piece of source.pieces(source.format.wish, heard)) {
        if (piece.path[0] !== 'folders' && piece.path[0] !== 'version') number += 1;
        yield* arrivalsIn(source, piece, { shelf, number });
        where = number + 1;
      }
    }
  } catch (thrown) {
    options.signal.throwIfAborted();
    throw refusal(thrown, where);
  } finally {
    shelf?.clear();
  }
}

function* arrivalsIn(
  { format }: Source,
  { path, value }: Piece,
  { shelf, number }: { readonly shelf: Shelf | null; readonly number: number },
): Generator<Arrival> {
  checkShape(value, format);
  const { conversations = [], folder } = format.read(path, value, {
    block: (id) => shelf?.get('block', id),
    topic: (id) => shelf?.get('topic', id),
  });
  if (folder) yield { folder };
  for (const conversation of conversations) yield { conversation, number };
}

/** Puts aside what is needed before the first conversation. */
async function shelve(
  { format, pieces }: Source,
  shelf: Shelf,
  heard: (bytes: number) => void,
): Promise<void> {
  if (!format.first) return;
  for await (const { path, value } of pieces(format.first.wish, heard)) {
    checkShape(value, format);
    for (const { kind, id, value: item } of format.first.shelve(path, value)) shelf.put(kind, id, item);
  }
}

/** Files that are read twice count twice. */
function counter(sources: readonly Source[], progress: ArrivalsOptions['progress']): (bytes: number) => void {
  const of = sources.reduce((sum, { size, format }) => sum + size * (format.first ? 2 : 1), 0);
  let done = 0;
  let told = 0;
  return (bytes) => {
    done = Math.min(of, done + bytes);
    if (done - told < of / 200) return;
    told = done;
    progress({ done, of });
  };
}
