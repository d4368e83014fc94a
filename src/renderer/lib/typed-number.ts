import { numberFormat } from '../../shared/words';

const half = numberFormat({ minimumFractionDigits: 1 });
const decimalSign = () => half(0.5).charAt(1);

/** A number with a dot, as the language that is spoken writes it into a field: “0,50” in German. */
export function asTyped(plain: string): string {
  return plain.replace('.', decimalSign());
}

/**
 * What was typed, with a dot: the language's own sign and the other one are both taken. Null where the other one
 * would group thousands: nobody knows whether “1.000” is one or a thousand in German.
 */
export function withDot(typed: string): string | null {
  const sign = decimalSign();
  const other = sign === '.' ? ',' : '.';
  const text = typed.trim();
  if (text.includes(sign)) return text.includes(other) ? null : text.replace(sign, '.');
  return text.includes(other) && /^[1-9]\d{0,2}\D\d{3}$/.test(text) ? null : text.replace(other, '.');
}
