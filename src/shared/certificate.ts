/** What may be told of a certificate. */
export interface CertificateFacts {
  /** Whom it is made out to, and by whom: their common names, or what there is in their place. */
  readonly subject: string;
  readonly issuer: string;
  /** SHA-256, as browsers show it: `AB:CD:…`. */
  readonly fingerprint: string;
  /** The last moment at which it is good. */
  readonly validTo: number;
}

/** A certificate as it is kept, and what it says. */
export interface Authority {
  /** PEM; there may be several, of which the facts tell the first. */
  readonly pem: string;
  readonly facts: CertificateFacts;
}

/**
 * Why a file is of no use: there is no certificate in it; what is in it neither may sign others nor is signed by
 * itself; it is good no longer; or not yet.
 */
export interface CertificateDetails {
  readonly problem: 'unreadable' | 'no-authority' | 'expired' | 'early';
  /** Until when it was good, or from when it will be. */
  readonly at?: number;
}
