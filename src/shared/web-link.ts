/** An address that may be a link: a page of the web, without a name and password in it. Null for anything else. */
export function webLink(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return null;
  return url.href;
}
