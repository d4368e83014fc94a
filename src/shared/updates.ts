/** A newer version of the app. */
export interface Release {
  readonly version: string;
  /** What is new in it, in Markdown. */
  readonly notes: string;
}

/**
 * Why there is no newer version after all: the feed cannot be reached, or cannot be read; what came is not what was
 * published, and was thrown away; or the system did not let it be installed.
 */
export type UpdateFailure = 'unreachable' | 'unreadable' | 'refused' | 'not-installed';

/** What a new version waits for before it may be installed. */
export type UpdateWait = 'answer' | 'library';

export type UpdateState =
  /** This app was built, or installed, in a way in which it cannot renew itself. */
  | { readonly kind: 'off' }
  /** Nothing newer is known. */
  | { readonly kind: 'idle'; readonly checkedAt: number | null }
  | { readonly kind: 'checking' }
  | { readonly kind: 'available'; readonly release: Release }
  | { readonly kind: 'downloading'; readonly release: Release; readonly percent: number }
  | { readonly kind: 'ready'; readonly release: Release; readonly waitsFor: UpdateWait | null }
  /** The version that runs stays as it is. */
  | { readonly kind: 'failed'; readonly why: UpdateFailure };

/** A failure of what brings new versions, on its way to the state that tells it. */
export class UpdateError extends Error {
  override readonly name = 'UpdateError';
  readonly why: UpdateFailure;

  constructor(why: UpdateFailure, options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}
