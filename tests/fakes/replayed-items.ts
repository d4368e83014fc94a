/** The fields of the items that an answer has and a later request may bring again, as the SDK's types tell them. */
import type { ResponseInputItem } from 'openai/resources/responses/responses';

type Replayed =
  | 'code_interpreter_call'
  | 'compaction'
  | 'custom_tool_call'
  | 'custom_tool_call_output'
  | 'file_search_call'
  | 'function_call'
  | 'function_call_output'
  | 'image_generation_call'
  | 'item_reference'
  | 'mcp_approval_request'
  | 'mcp_approval_response'
  | 'mcp_call'
  | 'mcp_list_tools'
  | 'reasoning'
  | 'web_search_call';

type ItemOf<T> = T extends 'item_reference'
  ? ResponseInputItem.ItemReference
  : Extract<ResponseInputItem, { type: T }>;

type Needs<I> = { readonly [K in keyof I]-?: object extends Pick<I, K> ? 'optional' : 'required' };

/** A field that the SDK's types gain, lose or begin to ask for does not compile until it stands here. */
export const replayedItems: { readonly [T in Replayed]: Needs<ItemOf<T>> } = {
  code_interpreter_call: {
    id: 'required',
    code: 'required',
    container_id: 'required',
    outputs: 'required',
    status: 'required',
    type: 'required',
  },
  compaction: { encrypted_content: 'required', type: 'required', id: 'optional' },
  custom_tool_call: {
    call_id: 'required',
    input: 'required',
    name: 'required',
    type: 'required',
    id: 'optional',
    async: 'optional',
    caller: 'optional',
    namespace: 'optional',
  },
  custom_tool_call_output: {
    call_id: 'required',
    output: 'required',
    type: 'required',
    id: 'optional',
    caller: 'optional',
  },
  file_search_call: {
    id: 'required',
    queries: 'required',
    status: 'required',
    type: 'required',
    results: 'optional',
  },
  function_call: {
    arguments: 'required',
    call_id: 'required',
    name: 'required',
    type: 'required',
    id: 'optional',
    async: 'optional',
    caller: 'optional',
    namespace: 'optional',
    status: 'optional',
  },
  function_call_output: {
    output: 'required',
    type: 'required',
    id: 'optional',
    call_id: 'optional',
    caller: 'optional',
    name: 'optional',
    namespace: 'optional',
    status: 'optional',
  },
  image_generation_call: {
    id: 'required',
    result: 'required',
    status: 'required',
    type: 'required',
    action: 'optional',
    background: 'optional',
    error: 'optional',
    output_format: 'optional',
    quality: 'optional',
    revised_prompt: 'optional',
    size: 'optional',
    svg_usage: 'optional',
  },
  item_reference: { id: 'required', type: 'optional' },
  mcp_approval_request: {
    id: 'required',
    arguments: 'required',
    name: 'required',
    server_label: 'required',
    type: 'required',
  },
  mcp_approval_response: {
    approval_request_id: 'required',
    approve: 'required',
    type: 'required',
    id: 'optional',
    reason: 'optional',
  },
  mcp_call: {
    id: 'required',
    arguments: 'required',
    name: 'required',
    server_label: 'required',
    type: 'required',
    approval_request_id: 'optional',
    error: 'optional',
    output: 'optional',
    status: 'optional',
  },
  mcp_list_tools: {
    id: 'required',
    server_label: 'required',
    tools: 'required',
    type: 'required',
    error: 'optional',
  },
  reasoning: {
    id: 'required',
    summary: 'required',
    type: 'required',
    content: 'optional',
    encrypted_content: 'optional',
    status: 'optional',
  },
  web_search_call: { id: 'required', action: 'required', status: 'required', type: 'required' },
};
