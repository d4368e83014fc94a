import type {
  ResponseOutputItem,
  ResponseOutputMessage,
  ResponseReasoningItem,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses';
import type { AnswerEvent } from '../services/chat-model';
import { AnswerWriter } from './answer-writer';
import { citationOf, stepOf } from './response-tools';
import { TextOrder } from './text-order';
import { Thoughts } from './thoughts';

type Type = ResponseStreamEvent['type'];
type Event<T extends Type> = Extract<ResponseStreamEvent, { type: T }>;
type Handlers = { readonly [T in Type]?: (event: Event<T>) => void };

/** Where a text or an item stands in the response. */
interface Place {
  readonly output_index: number;
  readonly content_index?: number;
}
const textKey = ({ output_index: output, content_index: content = 0 }: Place) => `text ${output}/${content}`;
const itemKey = ({ output_index: output }: Place) => `item ${output}`;

const nothing = () => undefined;

/** Turns the events of the Responses API into words and parts. How the response ends is not its business. */
export class ResponseReducer {
  readonly #writer = new AnswerWriter();
  readonly #texts = new TextOrder(this.#writer);
  readonly #thoughts = new Thoughts(this.#writer);
  /** The items that have been told whole. */
  readonly #ended = new Set<number>();

  /** Every event that has a place in an answer. What is here without effect is told again by its item's end. */
  readonly #handlers: Handlers = {
    'response.output_item.added': (event) => this.#begin(event, event.item),
    'response.output_item.done': (event) => this.#end(event, event.item),

    'response.content_part.added': (event) => {
      if (event.part.type === 'output_text') this.#texts.begin(textKey(event));
      if (event.part.type === 'refusal') this.#refuse(event);
    },
    'response.content_part.done': (event) => {
      if (event.part.type === 'output_text') this.#texts.end(textKey(event), event.part.text);
      if (event.part.type === 'refusal') this.#texts.end(textKey(event), event.part.refusal);
    },
    'response.output_text.delta': (event) => this.#texts.add(textKey(event), event.delta),
    'response.output_text.done': (event) => this.#texts.end(textKey(event), event.text),
    'response.output_text.annotation.added': (event) => {
      if (event.annotation) this.#cite(event, event.annotation_index, event.annotation);
    },
    'response.refusal.delta': (event) => {
      this.#refuse(event);
      this.#texts.add(textKey(event), event.delta);
    },
    'response.refusal.done': (event) => {
      this.#refuse(event);
      this.#texts.end(textKey(event), event.refusal);
    },

    'response.reasoning_summary_part.added': (event) => this.#thoughts.begin(itemKey(event)),
    'response.reasoning_summary_part.done': nothing,
    'response.reasoning_summary_text.delta': (event) =>
      this.#thoughts.add(itemKey(event), event.summary_index, event.delta),
    'response.reasoning_summary_text.done': nothing,
    'response.reasoning_text.delta': (event) =>
      this.#thoughts.add(itemKey(event), event.content_index, event.delta),
    'response.reasoning_text.done': nothing,

    'response.web_search_call.in_progress': (event) => this.#running(event),
    'response.web_search_call.searching': (event) => this.#running(event),
    'response.web_search_call.completed': (event) => this.#state(event, 'done'),
    'response.file_search_call.in_progress': (event) => this.#running(event),
    'response.file_search_call.searching': (event) => this.#running(event),
    'response.file_search_call.completed': (event) => this.#state(event, 'done'),
    'response.code_interpreter_call.in_progress': (event) => this.#running(event),
    'response.code_interpreter_call.interpreting': (event) => this.#running(event),
    'response.code_interpreter_call.completed': (event) => this.#state(event, 'done'),
    'response.code_interpreter_call_code.delta': (event) => this.#writer.grow(itemKey(event), event.delta),
    'response.code_interpreter_call_code.done': nothing,
    'response.image_generation_call.in_progress': (event) => this.#running(event),
    'response.image_generation_call.generating': (event) => this.#running(event),
    'response.image_generation_call.partial_image': (event) =>
      this.#draw(event, event.partial_image_b64, event.output_format, false),
    'response.image_generation_call.completed': (event) => this.#state(event, 'done'),
    'response.mcp_list_tools.in_progress': (event) => this.#running(event),
    'response.mcp_list_tools.completed': (event) => this.#state(event, 'done'),
    'response.mcp_list_tools.failed': (event) => this.#state(event, 'failed'),
    'response.mcp_call.in_progress': (event) => this.#running(event),
    'response.mcp_call_arguments.delta': (event) => this.#writer.grow(itemKey(event), event.delta),
    'response.mcp_call_arguments.done': nothing,
    'response.mcp_call.completed': (event) => this.#state(event, 'done'),
    'response.mcp_call.failed': (event) => this.#state(event, 'failed'),
    'response.function_call_arguments.delta': (event) => this.#writer.grow(itemKey(event), event.delta),
    'response.function_call_arguments.done': nothing,
    'response.custom_tool_call_input.delta': (event) => this.#writer.grow(itemKey(event), event.delta),
    'response.custom_tool_call_input.done': nothing,

    'response.queued': nothing,
    'response.in_progress': nothing,
  };

  /** What comes of an event; null for one that is not known. */
  read(event: ResponseStreamEvent): readonly AnswerEvent[] | null {
    if (!Object.hasOwn(this.#handlers, event.type)) return null;
    // The table gives each type a handler of its own events.
    (this.#handlers[event.type] as (event: ResponseStreamEvent) => void)(event);
    return this.#writer.take();
  }

  /** Nothing more will come, and this is all of it: a server may tell an answer only at its end. */
  finish(output: readonly ResponseOutputItem[]): readonly AnswerEvent[] {
    output.forEach((item, index) => this.#end({ output_index: index }, item));
    this.#texts.close();
    return this.#writer.take();
  }

  #begin(place: Place, item: ResponseOutputItem): void {
    if (item.type === 'reasoning') this.#thoughts.begin(itemKey(place));
    const step = stepOf(item);
    if (step) this.#writer.put(itemKey(place), { ...step, state: 'running' });
  }

  #end(place: Place, item: ResponseOutputItem): void {
    if (this.#ended.has(place.output_index)) return;
    this.#ended.add(place.output_index);
    if (item.type === 'message') return this.#endMessage(place, item);
    if (item.type === 'reasoning') return this.#thoughts.end(itemKey(place), thoughtsIn(item));
    const step = stepOf(item);
    if (step)
      this.#writer.put(itemKey(place), { ...step, state: step.state === 'failed' ? 'failed' : 'done' });
    if (item.type === 'image_generation_call' && item.result) {
      this.#draw(place, item.result, item.output_format ?? undefined, true);
    }
  }

  #endMessage({ output_index }: Place, { content }: ResponseOutputMessage): void {
    content.forEach((part, content_index) => {
      const place = { output_index, content_index };
      if (part.type === 'refusal') {
        this.#refuse(place);
        return this.#texts.end(textKey(place), part.refusal);
      }
      this.#texts.end(textKey(place), part.text);
      // Other servers leave them out.
      const { annotations = [] } = part as Partial<typeof part>;
      annotations.forEach((annotation, index) => this.#cite(place, index, annotation));
    });
  }

  #refuse(place: Place): void {
    const key = `refusal ${textKey(place)}`;
    if (this.#writer.part(key)) return;
    this.#texts.begin(textKey(place));
    this.#writer.put(key, { kind: 'refusal' });
  }

  #cite(place: Place, index: number, annotation: Parameters<typeof citationOf>[0]): void {
    const key = `citation ${textKey(place)}/${index}`;
    if (this.#writer.part(key)) return;
    const { source, end } = citationOf(annotation);
    const at = this.#writer.placeIn(textKey(place), end ?? this.#writer.said(textKey(place)).length);
    this.#writer.put(key, { kind: 'citation', source, at });
  }

  #draw(place: Place, base64: string, format = 'png', done: boolean): void {
    const type = format === 'svg' ? 'svg+xml' : format;
    this.#writer.put(`image ${itemKey(place)}`, {
      kind: 'image',
      data: `data:image/${type};base64,${base64}`,
      done,
    });
  }

  #running(place: Place): void {
    this.#state(place, 'running');
  }

  #state(place: Place, state: 'running' | 'done' | 'failed'): void {
    const step = this.#writer.part(itemKey(place));
    if (step?.kind === 'step' && step.state !== state) this.#writer.put(itemKey(place), { ...step, state });
  }
}

function thoughtsIn({ summary, content }: ResponseReasoningItem): string {
  const sections = summary.length > 0 ? summary : (content ?? []);
  return sections.map(({ text }) => text).join('\n\n');
}
