import type { Part, Source, Tool } from '../../../shared/parts';
import type { ArrivingMessage } from './arriving';

/** A message put together from the blocks that others keep it in: its words, and beside them what else it has. */
export class Writing {
  text = '';
  readonly parts: Part[] = [];

  /** Words; they stand apart from those before them. */
  add(text: string | null | undefined): void {
    if (text === null || text === undefined || text.trim() === '') return;
    this.text += this.text === '' ? text : `\n\n${text}`;
  }

  code(code: string, language = ''): void {
    const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length + 1)));
    this.add(`${fence}${/^[\w+#.-]*$/.test(language) ? language : ''}\n${code}\n${fence}`);
  }

  /** Something that is not in the file. */
  missing(what: 'Image' | 'File' | 'Audio' | 'Video', name: string | null = null): void {
    this.add(`[${what} not imported${name === null ? '' : `: ${name}`}]`);
  }

  reasoning(text: string | null, ms: number | null = null): void {
    if (text === null || text.trim() === '') return;
    this.parts.push({ kind: 'reasoning', at: this.text.length, text: text.toWellFormed(), ms });
  }

  step(tool: Tool, name: string | null, text: string, sources: readonly Source[] = []): void {
    this.parts.push({
      ...{ kind: 'step', at: this.text.length, tool, name },
      ...{ text: text.toWellFormed(), state: 'done', sources },
    });
  }

  /** What a search has brought; it belongs to the one before, where that has brought nothing yet. */
  found(sources: readonly Source[]): void {
    if (sources.length === 0) return;
    const last = this.parts.at(-1);
    if (last?.kind !== 'step' || last.sources.length > 0) return this.step('web-search', null, '', sources);
    this.parts[this.parts.length - 1] = { ...last, sources };
  }

  cite(source: Source): void {
    this.parts.push({ kind: 'citation', at: this.text.length, source });
  }

  image(data: string): void {
    this.parts.push({ kind: 'image', at: this.text.length, data, done: true });
  }

  get said(): Pick<ArrivingMessage, 'text' | 'parts'> {
    return { text: this.text, parts: this.parts };
  }
}

/** What a tool was given: the words themselves, or JSON. */
export function argumentsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value, null, 2);
}
