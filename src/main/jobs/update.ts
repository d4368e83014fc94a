import { copyLibrary } from '../storage/copy-library';
import { Database } from '../storage/database';
import { toTrouble } from '../storage/library-trouble';
import { migrate } from '../storage/migrate';
import type { Job } from './job';

export const update: Job<'update'> = ({ path, key, snapshot }) => {
  try {
    copyLibrary({ from: path, key, to: snapshot, toKey: key });
    const db = new Database(path, { key, existing: true });
    try {
      migrate(db);
    } finally {
      db.close();
    }
  } catch (thrown) {
    throw toTrouble(thrown, path);
  }
};
