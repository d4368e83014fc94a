/** Settings and their explanations. */
export const settings = {};
