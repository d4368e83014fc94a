import { AppError, type ImportProblem } from '../../../shared/errors';
import { wholeNumber, words } from '../../../shared/words';

/** What is wrong with what was read; where, is told by whoever knows how far the reading has come. */
export class Unreadable extends Error {
  readonly problem: ImportProblem;
  /** The byte of the file, where it is known. */
  readonly at: number | null;

  /** `what` reads on after a place: “message 3 has no author”. */
  constructor(
    what: string,
    { problem = 'malformed', at = null }: { problem?: ImportProblem; at?: number | null } = {},
  ) {
    super(what);
    this.problem = problem;
    this.at = at;
  }
}

/** What the user is told; `conversation` is the number of the one that was read, from 1. */
export function refusal(thrown: unknown, conversation: number | null = null): AppError {
  if (thrown instanceof AppError) return thrown;
  const { problem, what, at } = describe(thrown);
  const said = words.transfer.refusals;
  const place = [
    ...(conversation === null ? [] : [said.conversation(wholeNumber(conversation))]),
    ...(at === null ? [] : [said.byte(wholeNumber(at))]),
  ].join(', ');
  const told = [place, what].filter((part) => part !== '').join(': ');
  return new AppError('IMPORT_REFUSED', `Not imported: ${told}.`, {
    cause: thrown,
    details: { importing: { problem, place: told } },
  });
}

function describe(thrown: unknown): { problem: ImportProblem; what: string; at: number | null } {
  if (thrown instanceof Unreadable) return { problem: thrown.problem, what: thrown.message, at: thrown.at };
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  // What the system says of a file, such as ENOENT.
  if (/^E[A-Z]+$/.test(code)) return { problem: 'unreadable', what: code, at: null };
  throw thrown;
}
