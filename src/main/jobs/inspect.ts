import { AppError } from '../../shared/errors';
import type { LibrarySize } from '../../shared/library-care';
import { Database } from '../storage/database';
import type { Job } from './job';

export const inspect: Job<'inspect'> = ({ path }) => {
  const db = new Database(path);
  try {
    const [first] = db.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (first?.quick_check !== 'ok')
      throw new AppError('DISK_FAILED', `The library is not sound: ${first?.quick_check ?? 'no answer'}.`);
    const size = db.get<LibrarySize>(
      `SELECT (SELECT count(*) FROM conversation) AS conversations, (SELECT count(*) FROM message) AS messages`,
    );
    return size ?? { conversations: 0, messages: 0 };
  } finally {
    db.close();
  }
};
