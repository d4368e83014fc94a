/** What a built bundle did when everything was asked of it. */
export interface Seen {
  /** The options of every window. */
  readonly windows: readonly { readonly webPreferences?: Record<string, unknown> }[];
  /** What they load. */
  readonly pages: readonly string[];
  readonly filesLoaded: number;
  /** The sandbox was asked for before the app was ready. */
  readonly sandboxFirst: boolean;
  /** Those of Chromium that were set, with their values. */
  readonly switches: readonly string[];
  readonly schemes: readonly { readonly scheme: string; readonly privileges: Record<string, boolean> }[];
  readonly protocolClients: number;
  readonly permissions: {
    /** What our own page was granted, and by which handler. */
    readonly ours: Record<string, readonly string[]>;
    readonly foreign: readonly Record<string, readonly string[]>[];
    readonly device: unknown;
  };
  /** Foreign addresses that the page's session may reach. */
  readonly requests: readonly string[];
  /** Addresses of ours that it may not. */
  readonly ownRequests: readonly string[];
  readonly contents: {
    /** Addresses to which a page may go. */
    readonly navigations: readonly string[];
    readonly frameNavigations: readonly string[];
    readonly redirects: readonly string[];
    readonly webviews: boolean;
    /** What is answered to a page that would open a window. */
    readonly windows: readonly string[];
  };
  /** What was handed to the system's browser. */
  readonly links: readonly string[];
  readonly calls: {
    readonly channels: readonly string[];
    /** Channels that answered a frame that is not our page. */
    readonly answered: readonly string[];
    /** Inputs that were taken though they are no inputs. */
    readonly thrown: readonly string[];
  };
  readonly files: {
    /** The policy with which each page is served. */
    readonly policies: Record<string, string>;
    /** Addresses outside the bundle that were answered. */
    readonly leaked: readonly string[];
  };
  readonly bridge: {
    readonly names: readonly string[];
    /** What listeners of events are given. */
    readonly heard: readonly (readonly unknown[])[];
    readonly channels: readonly string[];
  };
}
