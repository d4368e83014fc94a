import { asTyped, withDot } from './typed-number';

const MICROS = 1_000_000;
/** Nobody has a budget of more than a million dollars. */
const MOST = 1_000_000;

/** A budget in micro-dollars as one types it: “20”, “0.50”, “0,50” in German. */
export function dollarsOf(micros: number | null): string {
  if (micros === null) return '';
  const amount = micros / MICROS;
  return asTyped(Number.isInteger(amount) ? String(amount) : amount.toFixed(6).replace(/0{1,4}$/, ''));
}

/** What was typed, in micro-dollars; null for no budget, undefined where it is no amount. */
export function microsOf(typed: string): number | null | undefined {
  const amount = withDot(typed.trim().replace(/^\$\s*/, ''));
  if (amount === '') return null;
  if (amount === null || !/^(\d+(\.\d{0,6})?|\.\d{1,6})$/.test(amount) || Number(amount) > MOST)
    return undefined;
  return Math.round(Number(amount) * MICROS);
}
