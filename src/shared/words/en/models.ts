/** Models and accounts. */
export const models = {};
