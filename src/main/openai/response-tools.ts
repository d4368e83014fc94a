import type {
  ResponseFunctionWebSearch,
  ResponseOutputItem,
  ResponseOutputText,
} from 'openai/resources/responses/responses';
import type { Source, StepPart } from '../../shared/parts';

type Step = Omit<StepPart, 'at'>;
type Citation = ResponseOutputText['annotations'][number];

/** What an item is as a step; null for one that is no step. */
export function stepOf(item: ResponseOutputItem): Step | null {
  switch (item.type) {
    case 'web_search_call':
      return step(item, { tool: 'web-search', ...searched(item) });
    case 'file_search_call':
      return step(item, {
        tool: 'file-search',
        text: item.queries.join('\n'),
        sources: files(item.results ?? []),
      });
    case 'code_interpreter_call':
      return step(item, { tool: 'code', text: item.code ?? '' });
    case 'image_generation_call':
      return step(item, { tool: 'image' });
    case 'mcp_call':
      return step(item, { tool: 'mcp', name: `${item.server_label}: ${item.name}`, text: item.arguments });
    case 'mcp_list_tools':
      return step(item, { tool: 'mcp', name: item.server_label });
    case 'mcp_approval_request':
      return step(item, { tool: 'mcp', name: `${item.server_label}: ${item.name}`, text: item.arguments });
    case 'function_call':
      return step(item, { tool: 'function', name: item.name, text: item.arguments });
    case 'custom_tool_call':
      return step(item, { tool: 'function', name: item.name, text: item.input });
    case 'message':
    case 'reasoning':
    case 'compaction':
      return null;
    default:
      return step(item, { tool: 'other', name: item.type });
  }
}

/** Every field may be missing while the item is new, whatever the types say. */
function step(item: object, what: Pick<Step, 'tool'> & Partial<Step>): Step {
  const { status, error } = item as { status?: string; error?: unknown };
  const failed = status === 'failed' || status === 'incomplete' || Boolean(error);
  const running = status !== undefined && status !== 'completed';
  const state = failed ? 'failed' : running ? 'running' : 'done';
  return { kind: 'step', name: null, sources: [], state, ...what, text: what.text ?? '' };
}

function searched({ action }: Partial<ResponseFunctionWebSearch>): Pick<Step, 'text' | 'sources'> {
  if (action?.type === 'search') {
    const text = action.queries?.join('\n') ?? '';
    return { text, sources: (action.sources ?? []).flatMap(sourceOf) };
  }
  const url = action?.url ?? '';
  return { text: url, sources: url === '' ? [] : [{ title: url, url }] };
}

function sourceOf(source: object): Source[] {
  const { url, name } = source as { url?: string; name?: string };
  return url === undefined && name === undefined ? [] : [{ title: name ?? url ?? '', url: url ?? null }];
}

function files(results: readonly { filename?: string; file_id?: string }[]): Source[] {
  return results.map(({ filename, file_id: id }) => ({ title: filename ?? id ?? 'File', url: null }));
}

/** Where words rest on, and how far into their text those words reach; null: to its end as it is. */
export function citationOf(annotation: Citation): { source: Source; end: number | null } {
  switch (annotation.type) {
    case 'url_citation':
      return {
        source: { title: annotation.title || annotation.url, url: annotation.url },
        end: annotation.end_index,
      };
    case 'container_file_citation':
      return { source: { title: annotation.filename, url: null }, end: annotation.end_index };
    case 'file_citation':
      return { source: { title: annotation.filename, url: null }, end: null };
    case 'file_path':
      return { source: { title: annotation.file_id, url: null }, end: null };
  }
}
