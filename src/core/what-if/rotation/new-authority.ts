import {
  issueCertificate,
  reissueCertificate,
  type Certificate,
  type IssuedCertificate,
  type KeyAlgorithm,
} from '../../pki/index.ts';
import { signedBy, type IssueAt } from '../issue-server.ts';

const DAY = 86_400_000;
const CA_DAYS = 3650;

const KNOWN_KEYS: readonly KeyAlgorithm[] = [
  'EC P-256',
  'EC P-384',
  'RSA 2048',
  'RSA 3072',
  'RSA 4096',
];

/** The CA that comes and the leaf it issues: names, extensions and kind of key as before, every key new. */
export interface NewAuthority {
  readonly ca: IssuedCertificate;
  readonly leaf: IssuedCertificate;
}

/** Issues a CA beside the one that issued `leaf`, and the leaf again under it. */
export async function newAuthority(
  leaf: Certificate,
  oldName: string,
  { at, crypto }: IssueAt,
): Promise<NewAuthority> {
  const keyAlgorithm = KNOWN_KEYS.find((one) => one === leaf.publicKey.text) ?? 'EC P-256';
  const ca = await issueCertificate(
    {
      // Another name than the old one: OpenSSL looks issuers up by name and stops at the first that fits.
      subject: { commonName: `${oldName.slice(0, 50)} ${String(new Date(at).getUTCFullYear())}` },
      ca: true,
      notBefore: at - DAY,
      notAfter: at + CA_DAYS * DAY,
      keyAlgorithm,
    },
    crypto,
  );
  const reissued = await reissueCertificate(
    { certificate: leaf, keyAlgorithm, now: at, ...signedBy(ca) },
    crypto,
  );
  return { ca, leaf: reissued };
}
