import type { ErrorAbout } from '../error-about';
import type { networkCards as english } from '../en/network-cards';

export const networkCards: typeof english = {
  PROXY_DOWN: {
    title: 'Der Proxy ist nicht erreichbar.',
    text: ({ asked }) =>
      `Unter der Adresse des Proxys antwortet niemand, deshalb ist die Anfrage an ${asked} nicht losgegangen. Prüfe seine Adresse oder ein VPN.`,
  },
  PROXY_FAILED: {
    title: 'Der Proxy hat die Verbindung abgelehnt.',
    text: ({ asked }) =>
      `Der Proxy hat die Anfrage an ${asked} nicht durchgelassen. Wer ihn betreibt, kann das erlauben; ein Host kann auch ohne ihn auskommen.`,
  },
  PROXY_PASSWORD: {
    title: 'Der Proxy verlangt ein Passwort.',
    text: ({ asked }) =>
      `Die Anfrage an ${asked} ist nicht losgegangen. Trag seinen Benutzernamen und sein Passwort in den Netzwerkeinstellungen ein, bei dem Proxy, der dort genannt ist. Stehen sie schon da, hat der Proxy sie nicht angenommen.`,
  },
  CERTIFICATE_REFUSED: { title: 'Dieses Zertifikat geht nicht.', text: refused },
};

/** Why a certificate is of no use. */
function refused({ certificate, certifiedDay: day }: ErrorAbout): string {
  switch (certificate?.problem) {
    case 'no-authority':
      return 'Das ist das Zertifikat eines Servers, das jemand anders unterschrieben hat. Wähle das der Stelle, die es unterschrieben hat.';
    case 'expired':
      return `Es war bis ${day} gültig. Frag nach einem neueren.`;
    case 'early':
      return `Es gilt erst ab ${day}. Prüfe die Uhr dieses Computers.`;
    default:
      return 'Die Datei enthält kein lesbares Zertifikat. Es beginnt mit „-----BEGIN CERTIFICATE-----“.';
  }
}
