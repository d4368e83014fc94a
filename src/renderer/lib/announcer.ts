import type { Message } from '../../shared/model';
import type { Settings } from '../../shared/settings';
import { words } from '../../shared/words';

/** An answer that takes no longer than this from its first word on has only its end announced. */
const START_MS = 1000;
/** How often the sentences of an answer that is written are looked for. */
const READ_MS = 1000;
const PROGRESS_MS = 20_000;

/** The sentences of each block of an answer, in the order in which they are read. */
type Sentences = readonly (readonly string[])[];

/** Reads one answer aloud. */
export interface Speech {
  /** Of what has arrived so far: the last sentence may be half of one. */
  growing(text: string): Sentences;
  whole(text: string): Sentences;
  /** How many the whole text has. */
  words(text: string): number;
}

interface AnnouncerDeps {
  readonly say: (text: string) => void;
  readonly choices: () => Pick<Settings, 'announce' | 'announceProgress'>;
  /** For the next answer. */
  readonly speech: () => Speech;
}

type Ended = Pick<Message, 'id' | 'text' | 'status'>;

/** The answer that is listened to. */
interface Heard {
  readonly id: string;
  readonly since: number;
  readonly speech: Speech;
  firstWordAt: number | null;
  started: boolean;
  /** How often it was said that it is still written, or could have been. */
  progress: number;
  readAt: number;
  spokeAt: number;
  /** Where the next sentence is. */
  block: number;
  sentence: number;
  /** What stands there already is not read out: nobody listened when it was written. */
  skip: boolean;
}

/**
 * Decides what a screen reader is told of the answer in the open chat: never a part of a sentence.
 *
 * It has no clock of its own. What went wrong is not told here, since its card is an alert.
 */
export class Announcer {
  readonly #deps: AnnouncerDeps;
  #heard: Heard | null = null;

  constructor(deps: AnnouncerDeps) {
    this.#deps = deps;
  }

  /** To be called a few times a second while an answer is written. */
  tick(now: number, draft: Pick<Message, 'id' | 'text'>): void {
    if (this.#heard?.id !== draft.id) this.#heard = this.#meet(now, draft);
    const heard = this.#heard;
    if (heard.firstWordAt === null && draft.text.trim() !== '') heard.firstWordAt = now;
    if (!heard.started && heard.firstWordAt !== null && now - heard.firstWordAt >= START_MS) {
      heard.started = true;
      this.#deps.say(words.chat.announcer.started);
    }
    if (heard.started) this.#read(now, heard, draft.text);
    this.#tellProgress(now, heard);
  }

  /** Another chat is shown, or none is. */
  leave(): void {
    this.#heard = null;
  }

  end({ id, text, status }: Ended): void {
    const heard = this.#heard?.id === id ? this.#heard : null;
    this.leave();
    if (status !== 'done' && status !== 'stopped') return;
    const { say, choices } = this.#deps;
    const { announce } = choices();
    const speech = heard?.speech ?? this.#deps.speech();
    if (status === 'done' && announce === 'answer') {
      const all = speech.whole(text).map((block) => block.join(' '));
      if (all.length > 0) return say(all.join('\n'));
    }
    if (status === 'done' && announce === 'sentences' && !heard?.skip)
      for (const sentence of after(speech.whole(text), heard)) say(sentence);
    say(endWords(status, speech.words(text)));
  }

  #meet(now: number, { id, text }: Pick<Message, 'id' | 'text'>): Heard {
    const joined = text.trim() !== '';
    return {
      ...{ id, since: now, firstWordAt: null, started: joined, progress: 0 },
      ...{ readAt: -Infinity, spokeAt: -Infinity, block: 0, sentence: 0, skip: joined },
      speech: this.#deps.speech(),
    };
  }

  /** The sentences that are new, but for the last, which is whole only when another has begun. */
  #read(now: number, heard: Heard, text: string): void {
    if (this.#deps.choices().announce !== 'sentences') {
      heard.skip = true; // who changes this now hears what is written from then on
      return;
    }
    if (now - heard.readAt < READ_MS) return;
    heard.readAt = now;
    const sentences = withoutLast(heard.speech.growing(text));
    const fresh = after(sentences, heard);
    const block = Math.max(0, sentences.length - 1);
    const sentence = sentences.at(-1)?.length ?? 0;
    // What is half written may be read as less than before: nothing is told twice.
    if (block > heard.block || (block === heard.block && sentence > heard.sentence))
      Object.assign(heard, { block, sentence });
    if (!heard.skip)
      for (const sentence of fresh) {
        this.#deps.say(sentence);
        heard.spokeAt = now;
      }
    heard.skip = false;
  }

  #tellProgress(now: number, heard: Heard): void {
    const progress = Math.floor((now - heard.since) / PROGRESS_MS);
    if (progress <= heard.progress) return;
    heard.progress = progress;
    if (!this.#deps.choices().announceProgress || now - heard.spokeAt < PROGRESS_MS) return;
    this.#deps.say(words.chat.announcer.working((progress * PROGRESS_MS) / 1000));
  }
}

function after(sentences: Sentences, place: { block: number; sentence: number } | null): readonly string[] {
  const { block, sentence } = place ?? { block: 0, sentence: 0 };
  return sentences.slice(block).flatMap((line, index) => (index === 0 ? line.slice(sentence) : line));
}

function withoutLast(sentences: Sentences): Sentences {
  return [...sentences.slice(0, -1), (sentences.at(-1) ?? []).slice(0, -1)];
}

function endWords(status: 'done' | 'stopped', count: number): string {
  const said = words.chat.announcer;
  if (status === 'done') return count === 0 ? said.finished : said.finishedWith(count);
  return count === 0 ? said.stopped : said.stoppedWith(count);
}
