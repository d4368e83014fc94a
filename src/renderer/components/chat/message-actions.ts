import type { Message } from '../../../shared/model';
import type { ErrorAction } from '../../lib/error-copy';
import type { Receipt } from '../../../shared/money';
import type { MenuItem } from '../ui/menu-item';

/** What can be done with a message of a conversation. */
export interface MessageActions {
  /** Whether a way on from an answer's error is open here. */
  offers(action: ErrorAction, answer: Message): boolean;
  /** A way on from an error. */
  act(action: ErrorAction, answer: Message): void;
  again(answer: Message): void;
  /** Models and efforts for another answer, as far as they were read. */
  againWith(answer: Message): readonly MenuItem[];
  /** Why another answer costs more than it seems to; null where that is not worth a word. */
  againCost(answer: Message): Promise<string | null>;
  /** Reads the models where that was not done yet. */
  readModels(): void;
  /** The keys that do to the last answer what a button does. */
  keys(command: 'regenerate' | 'copy-answer'): string;
  /** A question as it was typed; an answer also as it looks. */
  copy(message: Message): Promise<void>;
  /** What is done seldom. */
  more(message: Message): readonly MenuItem[];
  /** Every call that was made for an answer. */
  receipts(answer: Message): Promise<readonly Receipt[]>;
  show(id: string): void;
  stop(): void;
  tryNow(): void;
  /** Puts a question in other words; null leaves it as it is. */
  edit(question: Message, text: string | null): void;
  sendEdit(): void;
  /** Why the edited question costs more than it seems to; null where that is not worth a word. */
  editCost(): string | null;
}
