/** Tokens, costs, budgets, usage and prices. */
export const money = {};
