const families: Readonly<Record<string, string>> = { gpt: 'GPT', chatgpt: 'ChatGPT' };

/** `gpt-6.2-sol` reads “GPT-6.2 Sol”. An id that is not of that kind stays as it is. */
export function modelName(id: string): string {
  const { base, date } = splitDate(id);
  const match = /^(gpt|chatgpt)-([\w.]+)((?:-[\w.]+)*)$/.exec(base);
  if (!match) return id;
  const [, family = '', version = '', rest = ''] = match;
  const words = rest.split('-').filter((word) => word !== '');
  return dated([`${families[family] ?? family}-${version}`, ...words.map(capital)].join(' '), date);
}

/** `gpt-4o-2024-08-06` is the `gpt-4o` of that day. */
export function splitDate(id: string): { readonly base: string; readonly date: string | null } {
  const [, base = id, date = null] = /^(.+)-(\d{4}-\d{2}-\d{2})$/.exec(id) ?? [];
  return { base, date };
}

export function dated(name: string, date: string | null): string {
  return date === null ? name : `${name} (${date})`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
