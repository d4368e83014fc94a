import type { CertificateDetails } from '../../shared/certificate';
import type { ErrorCode } from '../../shared/errors';
import { dateFormat, words } from '../../shared/words';
import { host } from './error-phrases';
import type { ErrorCopy } from './error-table';

type NetworkCode = Extract<
  ErrorCode,
  'CERTIFICATE_REFUSED' | 'PROXY_DOWN' | 'PROXY_FAILED' | 'PROXY_PASSWORD'
>;

/** What went wrong on the way to a server. */
export const networkErrors: Record<NetworkCode, ErrorCopy> = {
  CERTIFICATE_REFUSED: {
    title: () => words.networkErrors.certificate.title,
    text: ({ certificate }) => certificateWords(certificate ?? { problem: 'unreadable' }),
    actions: ['open-settings'],
  },
  PROXY_DOWN: {
    title: () => words.networkErrors.proxyDown.title,
    text: (details, kept) => `${words.networkErrors.proxyDown.text(host(details))} ${kept}`,
    actions: ['retry', 'open-network'],
  },
  PROXY_FAILED: {
    title: () => words.networkErrors.proxyFailed.title,
    text: (details, kept) => `${words.networkErrors.proxyFailed.text(host(details))} ${kept}`,
    actions: ['retry', 'open-network'],
  },
  PROXY_PASSWORD: {
    title: () => words.networkErrors.proxyPassword.title,
    text: (details, kept) => `${words.networkErrors.proxyPassword.text(host(details))} ${kept}`,
    actions: ['retry', 'open-network'],
  },
};

const onDay = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });

function certificateWords({ problem, at = 0 }: CertificateDetails): string {
  const { certificate } = words.networkErrors;
  switch (problem) {
    case 'unreadable':
      return certificate.unreadable;
    case 'no-authority':
      return certificate.noAuthority;
    case 'expired':
      return certificate.expired(onDay(at));
    case 'early':
      return certificate.early(onDay(at));
  }
}
