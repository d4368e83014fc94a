/** What an answer has beside its words. The words stand once, in the message; a part says where among them it belongs. */

interface Placed {
  /** Where in the message's text, in UTF-16 units. */
  readonly at: number;
}

/** A summary of what the model thought. */
export interface ReasoningPart extends Placed {
  readonly kind: 'reasoning';
  readonly text: string;
  /** How long it thought; null while it does, and where nobody knows. */
  readonly ms: number | null;
}

export type Tool = 'web-search' | 'file-search' | 'code' | 'image' | 'mcp' | 'function' | 'other';

/** Something that the model had done on the server. */
export interface StepPart extends Placed {
  readonly kind: 'step';
  readonly tool: Tool;
  /** What is called, for a function or an MCP server's tool. */
  readonly name: string | null;
  /** The query, the code or the arguments. */
  readonly text: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly sources: readonly Source[];
}

/** Where something stands. Without an address it is a file. */
export interface Source {
  readonly title: string;
  readonly url: string | null;
}

/** The words before it rest on this source. */
interface CitationPart extends Placed {
  readonly kind: 'citation';
  readonly source: Source;
}

interface ImagePart extends Placed {
  readonly kind: 'image';
  /** A `data:` address; while it is drawn, what there is of it. */
  readonly data: string;
  readonly done: boolean;
}

/** From here on the model says why it does not answer. */
interface RefusalPart extends Placed {
  readonly kind: 'refusal';
}

export const parameters = [
  'reasoning.effort',
  'reasoning.summary',
  'text.verbosity',
  'include',
  'prompt_cache_key',
  'stream_options',
  'stream',
  'instructions',
  'max_output_tokens',
  'input.reasoning',
] as const;
/** What a request can do without, where a model refuses it. */
export type Parameter = (typeof parameters)[number];

/** The model refused a parameter, so that it was asked without. */
interface LeftOutPart extends Placed {
  readonly kind: 'left-out';
  readonly parameter: Parameter;
}

export type Part = ReasoningPart | StepPart | CitationPart | ImagePart | RefusalPart | LeftOutPart;
