/** What may stand in `tools`. */
import type {
  CustomTool,
  FileSearchTool,
  FunctionTool,
  Tool,
  WebSearchTool,
} from 'openai/resources/responses/responses';
import { asFields, asList, onlyFields, refuseMissing, refuseValue, type Known } from './check.ts';

const webSearch: Known<WebSearchTool> = {
  type: true,
  external_web_access: true,
  filters: true,
  search_context_size: true,
  user_location: true,
};
const fileSearch: Known<FileSearchTool> = {
  type: true,
  vector_store_ids: true,
  filters: true,
  max_num_results: true,
  ranking_options: true,
};
const imageGeneration: Known<Tool.ImageGeneration> = {
  type: true,
  action: true,
  background: true,
  complexity: true,
  frame_count: true,
  frame_duration_ms: true,
  input_fidelity: true,
  input_image_mask: true,
  model: true,
  moderation: true,
  output_compression: true,
  output_format: true,
  partial_images: true,
  quality: true,
  size: true,
  svg: true,
};
const codeInterpreter: Known<Tool.CodeInterpreter> = { type: true, container: true, allowed_callers: true };
const mcp: Known<Tool.Mcp> = {
  type: true,
  server_label: true,
  allowed_callers: true,
  allowed_tools: true,
  authorization: true,
  connector_id: true,
  defer_loading: true,
  headers: true,
  require_approval: true,
  server_description: true,
  server_url: true,
  tunnel_id: true,
};
const functionTool: Known<FunctionTool> = {
  type: true,
  name: true,
  parameters: true,
  strict: true,
  allowed_callers: true,
  async: true,
  defer_loading: true,
  description: true,
  output_schema: true,
};
const custom: Known<CustomTool> = {
  type: true,
  name: true,
  allowed_callers: true,
  async: true,
  defer_loading: true,
  description: true,
  format: true,
};

interface Kind {
  readonly fields: Readonly<Record<string, true>>;
  readonly needs: readonly string[];
}

/** The tools that an app like Parley may offer; others are refused, for it has no business with them. */
const kinds: Readonly<Record<string, Kind>> = {
  web_search: { fields: webSearch, needs: [] },
  file_search: { fields: fileSearch, needs: ['vector_store_ids'] },
  image_generation: { fields: imageGeneration, needs: [] },
  code_interpreter: { fields: codeInterpreter, needs: ['container'] },
  mcp: { fields: mcp, needs: ['server_label'] },
  function: { fields: functionTool, needs: ['name', 'parameters', 'strict'] },
  custom: { fields: custom, needs: ['name'] },
};

export function checkTools(tools: unknown): void {
  asList(tools, 'tools').forEach((entry, index) => {
    const at = `tools[${index}]`;
    const tool = asFields(entry, at);
    const kind = kinds[String(tool['type'])];
    if (!kind) return refuseValue(tool['type'], `${at}.type`, Object.keys(kinds));
    onlyFields(tool, kind.fields, `${at}.`);
    for (const name of kind.needs) if (tool[name] === undefined) refuseMissing(`${at}.${name}`);
  });
}
