/** What went wrong, and what can be done about it. */
export const errors = {};
