import { z } from 'zod';
import { type Folder, folderColours } from '../order';
import { call, id, model, nothing } from './call';

const name = z.string().trim().min(1).max(200);
const colour = z.enum(folderColours).nullable();

/** About folders. */
export const folderCalls = {
  /** As they stand from the top. */
  'folders.list': call(nothing).returns<readonly Folder[]>(),
  /** Below those that are there. */
  'folders.create': call(z.object({ id, name })).returns<Folder>(),
  /** What is not said stays as it is. */
  'folders.change': call(
    z.object({
      id,
      name: name.optional(),
      colour: colour.optional(),
      accountId: id.nullable().optional(),
      model: model.nullable().optional(),
      instructions: z.string().max(200_000).nullable().optional(),
    }),
  ).returns<Folder>(),
  /** As they stand from the top; what is not named stays below these. */
  'folders.order': call(z.object({ ids: z.array(id).max(10_000) })).returns<void>(),
  /** Into the trash, with the chats in it. */
  'folders.delete': call(z.object({ id })).returns<void>(),
};
