/** Search, and commands by name. */
export const palette = {};
