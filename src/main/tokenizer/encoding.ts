/** The vocabularies of OpenAI's models that Parley can count with. */
export type Encoding = 'o200k_base' | 'cl100k_base';

/** GPT-3.5 and GPT-4 before GPT-4o have the older one. So far every model since has had the newer one. */
export function encodingOf(model: string): Encoding {
  return /^gpt-(3\.5|4(?![.\w]))/.test(model) ? 'cl100k_base' : 'o200k_base';
}
