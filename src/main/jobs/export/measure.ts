import { ExportStore } from '../../storage/export-store';
import type { Job } from '../job';

export const measureExport: Job<'measureExport'> = ({ ids, branches }, { library }) => {
  const store = new ExportStore(library());
  return {
    chats: store.chats(ids).map(({ id, title, updatedAt }) => ({ id, title, updatedAt })),
    messages: store.countMessages(ids, branches),
  };
};
