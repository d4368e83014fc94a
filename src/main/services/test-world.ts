/** For tests: the services on a real library in memory, with a model that says what the test says. */
import { expect, vi } from 'vitest';
import type { AppEvent } from '../../shared/contract';
import type { ChatOptions } from '../../shared/model';
import { type Settings, usualSettings } from '../../shared/settings';
import type { StoredAccount } from '../storage/account-store';
import { type Library, openLibrary } from '../storage/open-library';
import { Attempts } from './attempts';
import { BranchService } from './branch-service';
import type { AnswerEvent, AnswerRequest, ChatModel } from './chat-model';
import { BudgetGate } from './money/budget-gate';
import { MeteredModel } from './money/metered-model';
import type { Prices } from './money/prices';
import { Receipts } from './money/receipts';
import { PatientWrites } from './patient-writes';
import { Requests } from './requests';
import type { Connection } from './server';
import { TurnService } from './turn-service';

export const options: ChatOptions = { accountId: null, instructions: null, effort: null, verbosity: null };

export const turn = {
  conversationId: '018f0000-0000-7000-8000-00000000000a',
  parentId: null,
  questionId: '018f0000-0000-7000-8000-00000000000b',
  answerId: '018f0000-0000-7000-8000-00000000000c',
  text: 'Why is the sky blue?',
  model: 'gpt-6.2-sol',
  options,
};

export const output = [{ type: 'message', id: 'msg_1', role: 'assistant', content: [] }];
export const response = { id: 'resp_1', usage: { input_tokens: 7, output_tokens: 2 } };
export const text = (piece: string): AnswerEvent => ({ type: 'text', text: piece });
export const completed: AnswerEvent = { type: 'completed', output, response };

export async function* neverEnding(): AsyncGenerator<AnswerEvent> {
  yield text('Ray');
  await new Promise(() => {});
}

export async function* rayleigh(): AsyncGenerator<AnswerEvent> {
  yield await Promise.resolve(text('Ray'));
  yield text('leigh');
  yield completed;
}

/** Two micro-dollars a token of input, ten a token of output. */
const prices: Prices = {
  cost: ({ usage }) => ({ micros: usage.input * 2 + usage.output * 10, toolMicros: 0, version: 'test' }),
};

const account: Omit<StoredAccount, 'isDefault' | 'needsKey'> = {
  ...{ id: 'acc', name: 'OpenAI', address: 'https://api.openai.com/v1', keyEntry: null },
  ...{ organization: null, project: null, api: 'responses', defaultModel: 'gpt-6.2-sol' },
};

export interface World {
  readonly settings?: Partial<Settings>;
  readonly address?: string;
  readonly online?: () => boolean;
}

export function setUp(answer: ChatModel['answer'], world: World = {}) {
  const events: AppEvent[] = [];
  const asked: AnswerRequest[] = [];
  const reported: string[] = [];
  const library = openLibrary(':memory:');
  library.accounts.put(account, 1);
  const told = tells(answer, asked);
  const settings = {
    all: (): Settings => ({ ...usualSettings, ...world.settings }),
  };
  const { address = account.address, online = () => true } = world;
  const { organization, project, api } = account;
  const connection = (): Promise<Connection> =>
    Promise.resolve({ accountId: 'acc', address, key: null, organization, project, api });
  const requests = new Requests({ ...library, settings, connection });
  const emit = (event: AppEvent) => void events.push(event);
  const writes = new PatientWrites({ changed: (trouble) => emit({ name: 'disk.changed', trouble }) });
  const report = (what: string) => void reported.push(what);
  const now = () => 1;
  const { model, receipts } = metered(told, { library, settings, writes, emit, report, now });
  const turns = new TurnService({
    ...library,
    attempts: new Attempts({ ...library, model, online, random: () => 0 }),
    writes,
    requests,
    accountId: () => 'acc',
    ended: () => undefined,
    emit,
    report,
    now,
  });
  const transcript = (id: string) => turns.transcript(id);
  const branches = new BranchService({
    ...library,
    transcript,
    stopTurns: (id) => turns.stopIn(id),
    emit,
    now: () => 1,
  });
  return {
    ...{
      turns,
      branches,
      library,
      model,
      receipts,
      requests,
      settings,
      transcript,
      events,
      emit,
      asked,
      reported,
    },
    stored: () => library.messages.of(turn.conversationId).map((m) => [m.role, m.text, m.status]),
    heard: (name: AppEvent['name'], times = 1) =>
      vi.waitFor(() => expect(events.filter((e) => e.name === name)).toHaveLength(times)),
  };
}

/** A model that says what the test says, and remembers what it was asked. */
function tells(answer: ChatModel['answer'], asked: AnswerRequest[]): ChatModel {
  return {
    answer: (request, signal) => {
      asked.push(request);
      return answer(request, signal);
    },
    compact: (request) => {
      asked.push(request);
      const output = [{ type: 'compaction', encrypted_content: 'gAAA' }];
      return Promise.resolve({ output, response: null });
    },
    count: ({ history }) => Promise.resolve(history.length),
    outline: ({ model }) => ({ path: '/responses', body: { model } }),
    wake: () => undefined,
  };
}

interface Counting {
  readonly library: Library;
  readonly settings: { readonly all: () => Settings };
  readonly writes: PatientWrites;
  readonly emit: (event: AppEvent) => void;
  readonly report: (what: string) => void;
  readonly now: () => number;
}

/** A character is a token. */
function metered(model: ChatModel, { library, settings, ...deps }: Counting) {
  const gate = new BudgetGate({ ...library, budgets: () => settings.all().budgets, now: deps.now });
  const receipts = new Receipts({ ...library, ...deps, prices, gate });
  const counter = {
    count: (texts: readonly string[]) => Promise.resolve(texts.map(({ length }) => length)),
    close: () => undefined,
  };
  const inputTokens = ({ history }: AnswerRequest) =>
    Promise.resolve(history.reduce((sum, { text }) => sum + text.length, 0));
  const accountName = () => account.name;
  const meter = { ...deps, model, gate, receipts, prices, counter, inputTokens, accountName };
  return { model: new MeteredModel(meter), receipts };
}
