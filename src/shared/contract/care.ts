import { z } from 'zod';
import type { LibrarySize, LibraryState, Snapshot } from '../library-care';
import { call, nothing } from './call';

const name = z.string().regex(/^[\w-]{1,80}\.sqlite$/);

/** About the library's file. These are answered also while the library is closed. */
export const careCalls = {
  'library.state': call(nothing).returns<LibraryState>(),
  'library.size': call(nothing).returns<LibrarySize>(),
  /** The newest first. */
  'library.snapshots': call(nothing).returns<readonly Snapshot[]>(),
  'library.backUp': call(nothing).returns<readonly Snapshot[]>(),
  /** Puts a snapshot in the place of the library, which becomes one itself. The window is loaded again. */
  'library.restore': call(z.object({ name })).returns<void>(),
  /** Tries to open it once more. True where it is open now. */
  'library.retry': call(nothing).returns<boolean>(),
  /** Begins an empty one; what could not be opened stays under another name. */
  'library.begin': call(nothing).returns<void>(),
  /** Opens a copy in which nothing can be changed. */
  'library.openReadOnly': call(nothing).returns<void>(),
  /** Asks for another folder: the library there is opened, or one is begun. False where the user would rather not. */
  'library.choose': call(nothing).returns<boolean>(),
  /** Asks for a folder and takes the library there. False where the user would rather not. */
  'library.move': call(nothing).returns<boolean>(),
  /** Gathers what can be read of a damaged library in a snapshot. */
  'library.rescue': call(nothing).returns<readonly Snapshot[]>(),
  /** A new key in words to be written down; nothing is encrypted with it yet. */
  'library.newKey': call(nothing).returns<{ readonly recoveryKey: string }>(),
  /** Encrypts with the key that was made last. The window is loaded again. */
  'library.encrypt': call(nothing).returns<void>(),
  'library.decrypt': call(nothing).returns<void>(),
  /** Opens an encrypted library with its recovery key, and puts the key into the keychain again. */
  'library.unlock': call(z.object({ recoveryKey: z.string().max(200) })).returns<void>(),
  'app.quit': call(nothing).returns<void>(),
};
