import type { ErrorDetails } from '../../shared/errors';

export function isOpenAi({ host }: ErrorDetails): boolean {
  return host === undefined || host === 'api.openai.com' || host.endsWith('.api.openai.com');
}

/** At the start of a sentence. */
export function server(details: ErrorDetails): string {
  return isOpenAi(details) ? 'OpenAI' : `The server ${details.host ?? ''}`.trim();
}

/** Inside a sentence. */
export function host(details: ErrorDetails): string {
  return isOpenAi(details) ? 'OpenAI' : (details.host ?? 'the server');
}

/** Which permission is missing, as far as the server says. */
export function forbidden(details: ErrorDetails): string {
  const { serverCode = '', serverMessage = '' } = details;
  const scopes = /missing scopes?:\s*([\w.:, -]*\w)/i.exec(serverMessage)?.[1];
  if (scopes) return `The key lacks a permission: ${scopes}. Whoever made it can grant that.`;
  if (serverCode.startsWith('unsupported_country'))
    return `${server(details)} does not answer from this country or region.`;
  if (/must be verified/i.test(serverMessage))
    return `${server(details)} asks for a verified organization before this account may use this model.`;
  return `${server(details)} refuses it for this account, project or region.`;
}

/** “20 seconds”, “2 minutes”. */
export function wait(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return seconds === 1 ? 'one second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
