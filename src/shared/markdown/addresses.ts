/** Longer addresses are no one's to read, and carry what should not leave. */
const MAX_ADDRESS = 4096;
const pictures = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=]+$/i;

/** An address that an answer may link to: `https:`, `http:` or `mailto:`, without a name and password. Null for others. */
export function linkTo(address: string): string | null {
  if (address.length > MAX_ADDRESS) return null;
  const url = URL.parse(address);
  if (!url || !['https:', 'http:', 'mailto:'].includes(url.protocol) || url.username || url.password)
    return null;
  return address;
}

/** Where a link leads, as one says it: a host or a mail address. */
export function placeOf(href: string): string {
  const url = URL.parse(href);
  return url ? url.host || url.pathname : href;
}

/** A picture that stands in the text itself; nothing is asked for to show it. */
export function pictureIn(address: string): string | null {
  return pictures.test(address) ? address : null;
}
