import type { Message } from '../../shared/model';
import type { Library } from '../storage/open-library';
import { BranchService } from './branch-service';
import { ContextService, type ContextServiceDeps } from './context-service';
import { ReadingService } from './reading-service';
import { RequestService, type RequestServiceDeps } from './request-service';
import { TurnService, type TurnServiceDeps } from './turn-service';

/** What is done in conversations that one library holds. */
export interface Conversing {
  readonly branches: BranchService;
  readonly context: ContextService;
  readonly reading: ReadingService;
  readonly requests: RequestService;
  readonly turns: TurnService;
}

/** Where conversations are. */
export type Shelves = Pick<Library, 'db' | 'conversations' | 'drafts' | 'messages'>;

export type ConversingDeps = Omit<
  TurnServiceDeps & ContextServiceDeps & RequestServiceDeps,
  keyof Shelves | 'transcript'
>;

export function createConversing(shelves: Shelves, deps: ConversingDeps): Conversing {
  const { db, conversations, drafts, messages } = shelves; // whatever else the library has: receipts are in `deps`
  const all = { ...deps, db, conversations, drafts, messages };
  const turns = new TurnService(all);
  const transcript = (id: string, some?: readonly Message[]) => turns.transcript(id, some);
  return {
    branches: new BranchService({ ...all, transcript, stopTurns: (id) => turns.stopIn(id) }),
    context: new ContextService({ ...all, transcript }),
    reading: new ReadingService({ ...all, transcript }),
    requests: new RequestService(all),
    turns,
  };
}
