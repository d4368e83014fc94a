/** Who is compared. The peers' packages are installed for this bench alone, see `package.json` beside this. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** It highlights code and sets formulas as ours does. */
  readonly full: boolean;
}

const peer = (id: string, name: string, full = true): Listed => ({
  id,
  name,
  file: `peers/${id}.js`,
  full,
});

export const OURS = 'ours';
export const PLAIN = 'plain';
export const STREAMDOWN = 'streamdown';

export const contenders: readonly Listed[] = [
  { id: PLAIN, name: 'limit: lines of plain text', file: 'contenders/plain.ts', full: false },
  { id: OURS, name: 'Parley', file: 'contenders/ours.ts', full: true },
  peer('smd', 'streaming-markdown, neither colours nor formulas', false),
  peer(STREAMDOWN, 'streamdown 2.7 (React)'),
  peer('svelte-streamdown', 'svelte-streamdown 3.0'),
  peer('humanspeak', '@humanspeak/svelte-markdown 1.9'),
  peer('markstream', 'markstream-svelte 2.0'),
  peer('marked', 'marked + DOMPurify + innerHTML, once a frame'),
  peer('react-markdown', 'react-markdown + highlight + formulas'),
  peer('chatbox', 'react-markdown + Prism + formulas, as Chatbox'),
];

export const isPeer = ({ file }: Listed): boolean => file.startsWith('peers/');
