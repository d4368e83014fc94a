/** What went wrong on the way to a server: at a proxy, or with a certificate. `host` is who was to be reached. */
export const networkErrors = {
  proxyDown: {
    title: 'The proxy cannot be reached.',
    text: (host: string) =>
      `Nothing answers at the proxy’s address, so the request to ${host} did not leave. Check its address, or a VPN.`,
  },
  proxyFailed: {
    title: 'The proxy refused the connection.',
    text: (host: string) =>
      `The proxy did not let the request to ${host} pass. Whoever runs it can allow that; a host can also go without it.`,
  },
  proxyPassword: {
    title: 'The proxy asks for a password.',
    text: (host: string) =>
      `The request to ${host} did not leave. Parley cannot give a proxy a password yet; use one that asks for none, or let ${host} go without it.`,
  },
  certificate: {
    title: 'This certificate cannot be used.',
    unreadable:
      'The file holds no certificate that can be read. It begins with “-----BEGIN CERTIFICATE-----”.',
    noAuthority:
      'It is a server’s certificate that somebody else has signed. Choose the one of who signed it: the authority’s.',
    expired: (day: string) => `It was good until ${day}. Ask for a newer one.`,
    early: (day: string) => `It is good only from ${day}. Check this computer’s clock.`,
  },
};
