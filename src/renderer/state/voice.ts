import type { AppEvent } from '../../shared/contract';
import type { Message } from '../../shared/model';
import { words } from '../../shared/words';
import { Announcer, type Speech } from '../lib/announcer';
import { waitingWords } from '../lib/error-copy';
import type { Library } from './library.svelte';
import type { Navigation } from './navigation.svelte';
import type { SettingsState } from './settings.svelte';

/** How often the answer in the open chat is looked at while it is written, in milliseconds. */
const LOOK_MS = 250;

interface VoiceDeps {
  readonly navigation: Navigation;
  readonly library: Library;
  readonly settings: SettingsState;
  readonly say: (text: string) => void;
}

/** What a screen reader is told of answers: of the one in the open chat, and that another is ready. */
export class Voice {
  readonly #deps: VoiceDeps;
  #announcer: Promise<Announcer> | null = null;
  /** Set once it has been loaded. */
  #ready: Announcer | null = null;

  constructor(deps: VoiceDeps) {
    this.#deps = deps;
  }

  /** Looks on while the open chat's answer is written. Returns what ends it. */
  follow(): () => void {
    const look = () => {
      const { draft } = this.#deps.navigation.chat;
      if (draft) this.#ready?.tick(performance.now(), draft);
    };
    void this.#load().then(look);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
      this.#ready?.leave();
    };
  }

  receive(event: AppEvent): void {
    const { navigation, say } = this.#deps;
    if (event.name === 'turn.waiting' && event.waiting && event.answerId === navigation.chat.draft?.id) {
      const { waitMs } = event.waiting;
      const why = waitingWords(event.waiting);
      say(waitMs === null ? why : words.chat.voice.waiting(why, Math.ceil(waitMs / 1000)));
    }
    if (event.name === 'turn.ended') this.#end(event.answer);
  }

  #end(answer: Message): void {
    const { navigation, library, say } = this.#deps;
    if (answer.conversationId === navigation.chat.conversationId) {
      // At once where it can be: the place up to which sentences were read is given up with the answer.
      if (this.#ready) this.#ready.end(answer);
      else void this.#load().then((announcer) => announcer.end(answer));
    } else if (answer.status === 'done') {
      const chat = library.find(answer.conversationId);
      say(chat ? words.chat.voice.ready(chat.title) : words.chat.voice.readyElsewhere);
    }
  }

  /** What reads Markdown is loaded with the first answer, not with the window. */
  #load(): Promise<Announcer> {
    this.#announcer ??= import('../markdown/speech').then(({ Speech: Reader }) => {
      const { settings, say } = this.#deps;
      const choices = () => settings.current;
      const speech = (): Speech => new Reader(settings.current.dollarMaths);
      return (this.#ready = new Announcer({ say, choices, speech }));
    });
    return this.#announcer;
  }
}
