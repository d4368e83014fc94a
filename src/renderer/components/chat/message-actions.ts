import type { Message } from '../../../shared/model';
import type { ErrorAction } from '../../lib/error-copy';
import type { MenuItem } from '../ui/menu-item';

/** What can be done with a message of a conversation. */
export interface MessageActions {
  /** Whether a way on from an error is open here. */
  offers(action: ErrorAction): boolean;
  /** A way on from an error. */
  act(action: ErrorAction, answer: Message): void;
  again(answer: Message): void;
  /** Other models and efforts for another answer. */
  againWith(answer: Message): readonly MenuItem[];
  /** What is done seldom. */
  more(message: Message): readonly MenuItem[];
  show(id: string): void;
  stop(): void;
  tryNow(): void;
  /** Puts a question in other words; null leaves it as it is. */
  edit(question: Message, text: string | null): void;
  sendEdit(): void;
}
