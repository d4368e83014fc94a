import type { Words } from '../language';

export const networkErrors: Words['networkErrors'] = {
  proxyDown: {
    title: 'Der Proxy ist nicht erreichbar.',
    text: (host) =>
      `Unter der Adresse des Proxys antwortet niemand, deshalb ist die Anfrage an ${host} nicht losgegangen. Prüfe seine Adresse oder ein VPN.`,
  },
  proxyFailed: {
    title: 'Der Proxy hat die Verbindung abgelehnt.',
    text: (host) =>
      `Der Proxy hat die Anfrage an ${host} nicht durchgelassen. Wer ihn betreibt, kann das erlauben; ein Host kann auch ohne ihn auskommen.`,
  },
  proxyPassword: {
    title: 'Der Proxy verlangt ein Passwort.',
    text: (host) =>
      `Die Anfrage an ${host} ist nicht losgegangen. Parley kann einem Proxy noch kein Passwort geben; nimm einen, der keines verlangt, oder lass ${host} ohne ihn auskommen.`,
  },
  certificate: {
    title: 'Dieses Zertifikat geht nicht.',
    unreadable: 'Die Datei enthält kein lesbares Zertifikat. Es beginnt mit „-----BEGIN CERTIFICATE-----“.',
    noAuthority:
      'Das ist das Zertifikat eines Servers, das jemand anders unterschrieben hat. Wähle das der Stelle, die es unterschrieben hat.',
    expired: (day) => `Es war bis ${day} gültig. Frag nach einem neueren.`,
    early: (day) => `Es gilt erst ab ${day}. Prüfe die Uhr dieses Computers.`,
  },
};
