const names: Readonly<Record<string, string>> = { gpt: 'GPT', chatgpt: 'ChatGPT' };

/** `gpt-6.2-sol` reads “GPT-6.2 Sol”. An id that is not of that kind stays as it is. */
export function modelName(id: string): string {
  const match = /^(gpt|chatgpt)-([\w.]+)((?:-[\w.]+)*)$/.exec(id);
  if (!match) return id;
  const [, family = '', version = '', rest = ''] = match;
  const date = /-(\d{4}-\d{2}-\d{2})$/.exec(rest)?.[1];
  const words = (date ? rest.slice(0, -date.length - 1) : rest).split('-').filter((word) => word !== '');
  const named = [`${names[family] ?? family}-${version}`, ...words.map(capital)].join(' ');
  return date ? `${named} (${date})` : named;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
