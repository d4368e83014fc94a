import { OPENAI_ADDRESS } from '../../shared/links';
import type { CodeLanguage } from '../../shared/request';
import type { Outline } from './chat-model';
import type { Connection } from './server';

type Where = Pick<Connection, 'address' | 'organization' | 'project'>;

/** A program that makes the request. It takes the key from `OPENAI_API_KEY`, and is never given one. */
export function requestCode(language: CodeLanguage, where: Where, outline: Outline): string {
  return writers[language](where, outline);
}

const writers: Readonly<Record<CodeLanguage, (where: Where, outline: Outline) => string>> = {
  curl: ({ address, organization, project }, { path, body }) =>
    [
      `curl ${shell(`${address}${path}`)} \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -H "Authorization: Bearer $OPENAI_API_KEY" \\`,
      ...(organization === null ? [] : [`  -H ${shell(`OpenAI-Organization: ${organization}`)} \\`]),
      ...(project === null ? [] : [`  -H ${shell(`OpenAI-Project: ${project}`)} \\`]),
      // An argument of a command may not be as long as a conversation. No line of JSON is that word alone.
      `  --data-binary @- <<'REQUEST'`,
      JSON.stringify(body, null, 2),
      'REQUEST',
      '',
    ].join('\n'),

  python: (where, { path, body }) => {
    const made = pythonArguments(clientOptions(where));
    const call = pythonArguments(Object.entries(body));
    const { stream } = body as { stream?: boolean };
    const method = path === '/responses' ? 'responses' : 'chat.completions';
    return [
      'from openai import OpenAI',
      '',
      `client = OpenAI(${made === '' ? '' : `\n${made}`})  # the key is that of OPENAI_API_KEY`,
      '',
      `answer = client.${method}.create(`,
      `${call})`,
      stream ? 'for event in answer:\n    print(event)' : 'print(answer)',
      '',
    ].join('\n');
  },

  typescript: (where, { path, body }) => {
    const made = clientOptions(where).map(([name, value]) => `  ${camel(name)}: ${JSON.stringify(value)},`);
    const { stream } = body as { stream?: boolean };
    const method = path === '/responses' ? 'responses' : 'chat.completions';
    return [
      "import OpenAI from 'openai';",
      '',
      '// The key is that of OPENAI_API_KEY.',
      `const client = new OpenAI(${made.length === 0 ? '' : `{\n${made.join('\n')}\n}`});`,
      '',
      `const answer = await client.${method}.create(${JSON.stringify(body, null, 2)});`,
      stream ? 'for await (const event of answer) console.log(event);' : 'console.log(answer);',
      '',
    ].join('\n');
  },
};

/** What the library would not take by itself. */
function clientOptions({ address, organization, project }: Where): readonly [string, unknown][] {
  const all: readonly [string, unknown][] = [
    ['base_url', address === OPENAI_ADDRESS ? null : address],
    ['organization', organization],
    ['project', project],
  ];
  return all.filter(([, value]) => value !== null);
}

const camel = (name: string) => (name === 'base_url' ? 'baseURL' : name);

/** In single quotes nothing means anything to a shell, but the quote itself. */
const shell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function pythonArguments(entries: readonly (readonly [string, unknown])[]): string {
  return entries.map(([name, value]) => `    ${name}=${python(value, 1)},\n`).join('');
}

/** A value of JSON as Python writes it. */
function python(value: unknown, depth: number): string {
  const inner = '    '.repeat(depth + 1);
  const outer = '    '.repeat(depth);
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => `${inner}${python(item, depth + 1)},\n`).join('')}${outer}]`;
  }
  if (typeof value === 'object') {
    const items = Object.entries(value).map(
      ([name, item]) => `${inner}${JSON.stringify(name)}: ${python(item, depth + 1)},\n`,
    );
    return items.length === 0 ? '{}' : `{\n${items.join('')}${outer}}`;
  }
  return JSON.stringify(value);
}
