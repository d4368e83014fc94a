import type { ErrorAbout } from '../error-about';

/** What went wrong on the way to a server: at a proxy, or with a certificate. */
export const networkCards = {
  PROXY_DOWN: {
    title: 'The proxy cannot be reached.',
    text: ({ asked }: ErrorAbout) =>
      `Nothing answers at the proxy’s address, so the request to ${asked} did not leave. Check its address, or a VPN.`,
  },
  PROXY_FAILED: {
    title: 'The proxy refused the connection.',
    text: ({ asked }: ErrorAbout) =>
      `The proxy did not let the request to ${asked} pass. Whoever runs it can allow that; a host can also go without it.`,
  },
  PROXY_PASSWORD: {
    title: 'The proxy asks for a password.',
    text: ({ asked }: ErrorAbout) =>
      `The request to ${asked} did not leave. Write its user name and password in the network settings, to the proxy that is named there. If they are there already, the proxy did not take them.`,
  },
  CERTIFICATE_REFUSED: { title: 'This certificate cannot be used.', text: refused },
};

/** Why a certificate is of no use. */
function refused({ certificate, certifiedDay: day }: ErrorAbout): string {
  switch (certificate?.problem) {
    case 'no-authority':
      return 'It is a server’s certificate that somebody else has signed. Choose the one of who signed it: the authority’s.';
    case 'expired':
      return `It was good until ${day}. Ask for a newer one.`;
    case 'early':
      return `It is good only from ${day}. Check this computer’s clock.`;
    default:
      return 'The file holds no certificate that can be read. It begins with “-----BEGIN CERTIFICATE-----”.';
  }
}
