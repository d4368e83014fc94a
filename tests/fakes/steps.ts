/** The script of an answer: what the model does, one thing after the other. */
import * as calls from './response-calls.ts';
import type { Annotation, Phase } from './response-message.ts';
import type { ResponseStream } from './response-stream.ts';
import * as tools from './response-tools.ts';
import type { Stages } from './response-tools.ts';
import type { UnknownEvent } from './wire.ts';

interface StepKinds {
  /** Words of the answer. */
  say: string;
  /** Words of a summary of what the model thinks. */
  think: string;
  /** Words of the thoughts themselves, which only open models show. */
  reason: string;
  refuse: string;
  /** What the last words rest on. */
  cite: { readonly url: string; readonly title: string };
  annotate: Annotation;
  search: tools.Search;
  openPage: string;
  findInPage: { readonly url: string; readonly pattern: string };
  searchFiles: tools.FileSearch;
  runCode: tools.Code;
  drawImage: tools.Drawing;
  listTools: calls.McpTools;
  mcp: calls.McpCall;
  askApproval: calls.ApprovalRequest;
  callFunction: calls.FunctionCall;
  callCustomTool: calls.CustomCall;
  compact: string;
  /** An event that the SDK does not know; with `fields`, what it carries. */
  unknown: string;
  /** An output item that the SDK does not know. */
  unknownItem: UnknownEvent;
  /** Closes what is open under this name. */
  close: string;
}

interface Manner {
  /** Several may be open at once under different names; without one, the next thing closes the one before. */
  readonly item?: string;
  readonly newItem?: boolean;
  /** Begins another part of the message or of the summary. */
  readonly newPart?: boolean;
  /** Another phase begins another message. */
  readonly phase?: Phase;
  /** What an unknown event carries. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** One thing that the model does, such as `{ say: 'Hello' }` or `{ search: { query: 'weather' } }`. */
export type Step = { [K in keyof StepKinds]: { readonly [P in K]: StepKinds[K] } & Manner }[keyof StepKinds];

type Player<K extends keyof StepKinds> = (
  stream: ResponseStream,
  what: StepKinds[K],
  manner: Manner,
) => Stages | void;

const tool =
  <T>(run: (output: ResponseStream['output'], what: T) => Stages) =>
  (stream: ResponseStream, what: T) =>
    run(stream.alone(), what);

const players: { readonly [K in keyof StepKinds]: Player<K> } = {
  say: (stream, delta, manner) => stream.message(manner).say(delta, manner.newPart),
  think: (stream, delta, manner) => stream.reasoning(manner).summarize(delta, manner.newPart),
  reason: (stream, delta, manner) => stream.reasoning(manner).think(delta),
  refuse: (stream, delta, manner) => stream.message(manner).refuse(delta, manner.newPart),
  cite: (stream, source, manner) => stream.message(manner).cite(source),
  annotate: (stream, annotation, manner) => stream.message(manner).annotate(annotation),
  search: tool(tools.search),
  openPage: tool(tools.openPage),
  findInPage: tool(tools.findInPage),
  searchFiles: tool(tools.searchFiles),
  runCode: tool(tools.runCode),
  drawImage: tool(tools.drawImage),
  listTools: tool(calls.listTools),
  mcp: tool(calls.callMcp),
  askApproval: tool(calls.askApproval),
  callFunction: tool(calls.callFunction),
  callCustomTool: tool(calls.callCustomTool),
  compact: tool(calls.compact),
  unknown: (stream, type, { fields }) => stream.output.emit({ ...fields, type }),
  unknownItem: (stream, item) => stream.unknownItem(item),
  close: (stream, name) => stream.close(name),
};

/** Does the step up to its first stop; gives what is left of it, or null when it was done at once. */
export function play(step: Step, stream: ResponseStream): Stages | null {
  const kind = (Object.keys(players) as (keyof StepKinds)[]).find((name) => name in step);
  if (!kind) throw new Error(`No such step: ${JSON.stringify(step)}`);
  const player = players[kind] as Player<never>; // its kind of step is what it gets
  const stages = player(stream, step[kind as keyof Step] as never, step);
  return stages ? stream.run(stages) : null;
}
