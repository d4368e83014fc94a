import type { CertificateDetails } from './certificate';
import type { LibraryTrouble, LibraryWork } from './library-care';

/** What can go wrong, in words the window may branch on. */
export type ErrorCode =
  // The account
  | 'BAD_API_KEY'
  | 'KEY_REVOKED'
  | 'BAD_ADDRESS'
  | 'CERTIFICATE_REFUSED'
  | 'KEYCHAIN_UNAVAILABLE'
  | 'NO_ACCOUNT'
  | 'NO_API_KEY'
  | 'NO_CREDIT'
  | 'NOT_ALLOWED'
  // The request
  | 'BAD_REQUEST'
  | 'MODEL_NOT_FOUND'
  | 'NOT_A_SERVER'
  | 'OVERLOADED'
  | 'QUESTION_REFUSED'
  | 'RATE_LIMITED'
  | 'SERVER_FAILED'
  | 'TOO_LARGE'
  | 'TOO_LONG'
  // The connection
  | 'CONNECTION_LOST'
  | 'CUT_OFF'
  | 'HOST_NOT_FOUND'
  | 'OFFLINE'
  | 'PORTAL'
  | 'PROXY_DOWN'
  | 'PROXY_FAILED'
  | 'PROXY_PASSWORD'
  | 'REDIRECTED'
  | 'REFUSED'
  | 'STALLED'
  | 'TIMED_OUT'
  | 'TLS_FAILED'
  // The answer
  | 'CONTENT_FILTER'
  | 'ENDED_EARLY'
  | 'OUTPUT_LIMIT'
  | 'TOO_MUCH'
  // Here
  | 'BUDGET_BLIND'
  | 'BUDGET_REACHED'
  | 'BUSY'
  | 'COPY_FAILED'
  | 'DISK_FAILED'
  | 'FILE_NOT_SAVED'
  | 'FOLDER_REFUSED'
  | 'IMPORT_REFUSED'
  | 'INTERNAL'
  | 'INVALID_INPUT'
  | 'LIBRARY_CLOSED'
  | 'LIBRARY_READ_ONLY'
  | 'NOT_FOUND'
  | 'PRICES_NOT_FETCHED'
  | 'PRICES_OLDER'
  | 'PRICES_REFUSED'
  | 'RECOVERY_KEY_REFUSED'
  | 'UNKNOWN_CALL'
  | 'UNTRUSTED_SENDER';

/** Why a budget refuses a call. In micro-dollars. */
export interface BudgetDetails {
  readonly period: 'day' | 'month' | 'conversation';
  readonly limit: number;
  /** What is neither spent nor set aside for calls that run. */
  readonly left: number;
  /** What the call could cost at least. */
  readonly needed: number;
}

/**
 * What is wrong with a file that should be imported: no program is known that writes such, it is damaged, a part of it
 * is too large, it holds what no exporter writes, a newer Parley wrote it, its archive cannot be opened, or it cannot
 * be read at all.
 */
export type ImportProblem =
  'unknown' | 'malformed' | 'too-large' | 'unsafe' | 'newer' | 'archive' | 'unreadable';

interface ImportDetails {
  readonly problem: ImportProblem;
  /** Where, and what is there: “conversation 17: message 3 has no author”. */
  readonly place: string;
}

/** Facts about one failure, for the person who looks closer. Never a key. */
export interface ErrorDetails {
  readonly status?: number;
  readonly requestId?: string;
  /** The server's own words, as plain text. */
  readonly serverMessage?: string;
  /** The server's own name for it. */
  readonly serverCode?: string;
  /** What of the request it is about. */
  readonly parameter?: string;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfterMs?: number;
  /** The server's word on whether asking again makes sense. */
  readonly mayRetry?: boolean;
  /** The host that was called. */
  readonly host?: string;
  readonly model?: string;
  readonly budget?: BudgetDetails;
  /** Why the library is closed. */
  readonly trouble?: LibraryTrouble;
  /** What is done to the library, which is closed for it. */
  readonly work?: LibraryWork;
  readonly importing?: ImportDetails;
  readonly certificate?: CertificateDetails;
}

export interface AppErrorData {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

interface AppErrorOptions extends ErrorOptions {
  readonly details?: ErrorDetails;
}

/**
 * A failure the user can be told about.
 *
 * Electron keeps only the `message` of a rejected call, so errors cross the
 * bridge as data ({@link Reply}) and are rebuilt on the other side.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, { details = {}, ...options }: AppErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.details = details;
  }

  toData(): AppErrorData {
    return { code: this.code, message: this.message, details: this.details };
  }

  static fromData({ code, message, details }: AppErrorData): AppError {
    return new AppError(code, message, { details });
  }

  /** Wraps anything thrown; what we did not foresee becomes `INTERNAL`. */
  static from(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown;
    return new AppError('INTERNAL', 'Something went wrong.', { cause: thrown });
  }
}

/** The answer to every call: a value, or an error as data. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppErrorData };
