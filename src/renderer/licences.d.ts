/** Made while building, by `scripts/licences.ts`. */
declare module 'virtual:licences' {
  /** A package whose code the app carries, and the terms under which it may. */
  export interface Licence {
    readonly name: string;
    readonly version: string;
    /** Its SPDX expression, such as `MIT`. */
    readonly licence: string;
    readonly text: string;
  }

  export const licences: readonly Licence[];
}
