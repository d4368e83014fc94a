/** The words in which the API refuses a request, and the simplest of its checks. */
import { badRequest, type HttpAnswer } from './openai-errors.ts';

export type Fields = Readonly<Record<string, unknown>>;
/** Every field that there is; a type of the SDK tells them, so that a new one does not compile until it is named. */
export type Known<T> = Readonly<Record<keyof T, true>>;

export class Refused extends Error {
  readonly answer: HttpAnswer;

  constructor(answer: HttpAnswer) {
    super('refused');
    this.answer = answer;
  }
}

export function refuse(message: string, code: string | null, param: string): never {
  throw new Refused(badRequest(message, code, param));
}

export function refuseMissing(param: string): never {
  refuse(`Missing required parameter: '${param}'.`, 'missing_required_parameter', param);
}

export function refuseValue(value: unknown, param: string, allowed: readonly string[] = []): never {
  const shown = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  const supported =
    allowed.length > 0 ? ` Supported values are: ${allowed.map((name) => `'${name}'`).join(', ')}.` : '';
  refuse(`Invalid value: ${shown}.${supported}`, 'invalid_value', param);
}

function refuseType(expected: string, param: string): never {
  refuse(`Invalid type for '${param}': expected ${expected}.`, 'invalid_type', param);
}

export function onlyFields(fields: Fields, known: Readonly<Record<string, unknown>>, prefix: string): void {
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(known, name)) {
      refuse(`Unknown parameter: '${prefix}${name}'.`, 'unknown_parameter', `${prefix}${name}`);
    }
  }
}

export function asFields(value: unknown, at: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  return refuseType('an object', at);
}

export function asList(value: unknown, at: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuseType('an array', at);
}

/** Leaving it out is allowed, and so is `null`. */
export function textOrNull(value: unknown, at: string, longest = Infinity): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string') refuseType('a string or null', at);
  if (value.length > longest) {
    const message = `Invalid '${at}': string too long. Expected a string with maximum length ${longest}.`;
    refuse(message, 'string_above_max_length', at);
  }
}

/** Leaving it out is allowed, and so is `null`. */
export function oneOf(value: unknown, allowed: readonly string[], at: string): void {
  if (value === undefined || value === null) return;
  if (!allowed.includes(value as string)) refuseValue(value, at, allowed);
}
