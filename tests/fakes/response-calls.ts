/** What the model asks others to do: tools of an MCP server, and of the app itself. */
import type { Output } from './response-stream.ts';
import { pieces, type Stages } from './response-tools.ts';
import { newId } from './wire.ts';

export interface McpTools {
  readonly server: string;
  /** The names of its tools. */
  readonly tools: readonly string[];
  /** Why they could not be listed. */
  readonly error?: string;
}

export function* listTools(output: Output, { server, tools, error }: McpTools): Stages {
  const item = { id: newId('mcpl'), type: 'mcp_list_tools' as const, server_label: server };
  const output_index = output.open({ ...item, tools: [] });
  const at = { item_id: item.id, output_index };
  output.emit({ type: 'response.mcp_list_tools.in_progress', ...at });
  yield;
  if (error !== undefined) {
    output.emit({ type: 'response.mcp_list_tools.failed', ...at });
    return output.close(output_index, { ...item, tools: [], error });
  }
  output.emit({ type: 'response.mcp_list_tools.completed', ...at });
  const listed = tools.map((name) => ({ name, input_schema: { type: 'object', properties: {} } }));
  output.close(output_index, { ...item, tools: listed });
}

export interface McpCall {
  readonly server: string;
  readonly name: string;
  /** The JSON of its arguments, or the pieces of it. */
  readonly arguments: string | readonly string[];
  readonly output?: string;
  /** Why it failed. */
  readonly error?: string;
}

export function* callMcp(output: Output, call: McpCall): Stages {
  const args = pieces(call.arguments).join('');
  const item = {
    id: newId('mcp'),
    type: 'mcp_call' as const,
    server_label: call.server,
    name: call.name,
    approval_request_id: null,
  };
  const output_index = output.open({ ...item, arguments: '', status: 'in_progress' });
  const at = { item_id: item.id, output_index };
  output.emit({ type: 'response.mcp_call.in_progress', ...at });
  for (const delta of pieces(call.arguments)) {
    yield;
    output.emit({ type: 'response.mcp_call_arguments.delta', ...at, delta });
  }
  output.emit({ type: 'response.mcp_call_arguments.done', ...at, arguments: args });
  yield;
  if (call.error === undefined) {
    output.emit({ type: 'response.mcp_call.completed', ...at });
    const done = { status: 'completed' as const, output: call.output ?? '', error: null };
    return output.close(output_index, { ...item, arguments: args, ...done });
  }
  output.emit({ type: 'response.mcp_call.failed', ...at });
  const error = { type: 'http_error' as const, code: 500, message: call.error };
  output.close(output_index, { ...item, arguments: args, status: 'failed', output: null, error });
}

export interface ApprovalRequest {
  readonly server: string;
  readonly name: string;
  /** The JSON of its arguments. */
  readonly arguments: string;
}

// eslint-disable-next-line require-yield -- it is there at once
export function* askApproval(output: Output, asked: ApprovalRequest): Stages {
  const item = {
    id: newId('mcpr'),
    type: 'mcp_approval_request' as const,
    server_label: asked.server,
    name: asked.name,
    arguments: asked.arguments,
  };
  output.close(output.open(item), item);
}

export interface FunctionCall {
  readonly name: string;
  /** The JSON of its arguments, or the pieces of it. */
  readonly arguments: string | readonly string[];
}

export function* callFunction(output: Output, call: FunctionCall): Stages {
  const id = newId('fc');
  const item = { id, type: 'function_call' as const, call_id: newId('call'), name: call.name };
  const output_index = output.open({ ...item, status: 'in_progress', arguments: '' });
  const at = { item_id: id, output_index };
  for (const delta of pieces(call.arguments)) {
    yield;
    output.emit({ type: 'response.function_call_arguments.delta', ...at, delta });
  }
  const args = pieces(call.arguments).join('');
  output.emit({ type: 'response.function_call_arguments.done', ...at, arguments: args });
  output.close(output_index, { ...item, status: 'completed', arguments: args });
}

export interface CustomCall {
  readonly name: string;
  /** Any text, or the pieces of it. */
  readonly input: string | readonly string[];
}

export function* callCustomTool(output: Output, call: CustomCall): Stages {
  const id = newId('ctc');
  const item = { id, type: 'custom_tool_call' as const, call_id: newId('call'), name: call.name };
  const output_index = output.open({ ...item, input: '' });
  const at = { item_id: id, output_index };
  for (const delta of pieces(call.input)) {
    yield;
    output.emit({ type: 'response.custom_tool_call_input.delta', ...at, delta });
  }
  const input = pieces(call.input).join('');
  output.emit({ type: 'response.custom_tool_call_input.done', ...at, input });
  output.close(output_index, { ...item, input });
}

/** What came before is replaced by a sealed summary, as `context_management` asks for. */
export function* compact(output: Output, summary: string): Stages {
  const item = {
    id: newId('cmp'),
    type: 'compaction' as const,
    encrypted_content: output.seal(summary),
  };
  const output_index = output.open(item);
  output.emit({ type: 'response.compaction.compacting', item_id: item.id, output_index });
  yield;
  output.close(output_index, item);
}
