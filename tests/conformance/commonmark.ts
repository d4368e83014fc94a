/** The examples of the specification, each a text and the HTML that it has to become. */
import specification from 'commonmark-spec/spec.txt?raw';

export interface Example {
  readonly number: number;
  readonly markdown: string;
  readonly html: string;
}

const pattern = /^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm;

export const commonmark: readonly Example[] = [...specification.matchAll(pattern)].map(
  ([, markdown = '', html = ''], index) => ({
    number: index + 1,
    markdown: markdown.replaceAll('→', '\t'),
    html: html.replaceAll('→', '\t'),
  }),
);
