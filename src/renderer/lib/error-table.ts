import type { ErrorCode } from '../../shared/errors';
import type { ErrorAction } from './error-copy';

interface ErrorWay {
  /** The first is the likeliest way on. */
  readonly actions: readonly ErrorAction[];
  /** Its text says itself what is safe. */
  readonly tellsKept?: true;
}

/** What can be done about each failure. */
export const errorWays: Readonly<Record<ErrorCode, ErrorWay>> = {
  BAD_API_KEY: { actions: ['change-key', 'retry', 'check-account'] },
  KEY_REVOKED: { actions: ['change-key', 'retry', 'check-account'] },
  BAD_ADDRESS: { actions: ['open-settings'] },
  KEYCHAIN_UNAVAILABLE: { actions: ['retry', 'open-settings'] },
  CERTIFICATE_REFUSED: { actions: ['open-settings'], tellsKept: true },
  NO_ACCOUNT: { actions: ['open-settings'] },
  NO_API_KEY: { actions: ['add-key', 'retry'] },
  NO_CREDIT: { actions: ['add-credit', 'retry', 'switch-model', 'check-account'] },
  NOT_ALLOWED: { actions: ['switch-model', 'retry', 'check-account'] },

  BAD_REQUEST: { actions: ['switch-model', 'retry'] },
  MODEL_NOT_FOUND: { actions: ['switch-model', 'retry', 'check-account'] },
  NOT_A_SERVER: { actions: ['open-settings', 'retry', 'check-account'] },
  OVERLOADED: { actions: ['retry', 'status-page', 'switch-model'] },
  QUESTION_REFUSED: { actions: ['edit', 'switch-model'] },
  RATE_LIMITED: { actions: ['retry', 'switch-model', 'check-account'] },
  SERVER_FAILED: { actions: ['retry', 'status-page'] },
  TOO_LARGE: { actions: ['edit', 'summarise'] },
  TOO_LONG: { actions: ['compact', 'summarise', 'bigger-model', 'edit'], tellsKept: true },

  CONNECTION_LOST: { actions: ['retry'] },
  CUT_OFF: { actions: ['retry'] },
  HOST_NOT_FOUND: { actions: ['retry', 'open-settings', 'check-account'] },
  OFFLINE: { actions: ['retry', 'open-settings'] },
  PORTAL: { actions: ['retry', 'open-settings'] },
  PROXY_DOWN: { actions: ['retry', 'open-network', 'check-account'] },
  PROXY_FAILED: { actions: ['retry', 'open-network', 'check-account'] },
  PROXY_PASSWORD: { actions: ['open-network', 'retry'] },
  REDIRECTED: { actions: ['open-settings', 'retry'] },
  REFUSED: { actions: ['retry', 'open-settings', 'check-account'] },
  STALLED: { actions: ['retry', 'status-page'] },
  TIMED_OUT: { actions: ['retry', 'status-page', 'check-account'] },
  TLS_FAILED: { actions: ['retry', 'open-settings', 'check-account'] },

  CONTENT_FILTER: { actions: ['edit', 'retry', 'switch-model'] },
  ENDED_EARLY: { actions: ['retry'] },
  OUTPUT_LIMIT: { actions: ['retry'] },
  TOO_MUCH: { actions: ['retry', 'switch-model'] },

  BUDGET_BLIND: { actions: ['send-anyway', 'set-price', 'switch-model'] },
  BUDGET_REACHED: { actions: ['raise-budget', 'send-anyway', 'retry'] },
  PRICES_NOT_FETCHED: { actions: ['retry'], tellsKept: true },
  PRICES_OLDER: { actions: ['retry'], tellsKept: true },
  PRICES_REFUSED: { actions: ['retry'], tellsKept: true },

  COPY_FAILED: { actions: ['retry'], tellsKept: true },
  FOLDER_REFUSED: { actions: ['retry'], tellsKept: true },
  IMPORT_REFUSED: { actions: ['retry'], tellsKept: true },
  LIBRARY_CLOSED: { actions: ['retry'] },
  LIBRARY_READ_ONLY: { actions: ['retry'], tellsKept: true },
  RECOVERY_KEY_REFUSED: { actions: ['retry'], tellsKept: true },

  BUSY: { actions: ['retry'] },
  DISK_FAILED: { actions: ['retry'], tellsKept: true },
  FILE_NOT_SAVED: { actions: ['retry'], tellsKept: true },
  INTERNAL: { actions: ['retry'] },
  INVALID_INPUT: { actions: ['retry'], tellsKept: true },
  NOT_FOUND: { actions: ['retry'], tellsKept: true },
  UNKNOWN_CALL: { actions: ['retry'], tellsKept: true },
  UNTRUSTED_SENDER: { actions: ['retry'], tellsKept: true },
};
