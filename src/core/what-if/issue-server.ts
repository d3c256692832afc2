import type { ConnectionEnds } from '../analysis/index.ts';
import {
  issueCertificate,
  reissueCertificate,
  type Certificate,
  type IssuedCertificate,
} from '../pki/index.ts';
import { certificatesIn, serverOf } from './connection-sides.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** Injected crypto, and the date that the setup is looked at (milliseconds since the epoch). */
export interface IssueAt {
  readonly at: number;
  readonly crypto: Crypto;
}

/** A CA that nobody in the setup knows; it holds years before and after `at`. */
export function strangerCa(
  commonName: string,
  { at, crypto }: IssueAt,
  issuer?: IssuedCertificate,
): Promise<IssuedCertificate> {
  return issueCertificate(
    {
      subject: { commonName },
      ca: true,
      notBefore: at - 5 * YEAR,
      notAfter: at + 10 * YEAR,
      keyAlgorithm: 'EC P-256',
      ...signedBy(issuer),
    },
    crypto,
  );
}

/** When a certificate that is issued again holds. */
export type Held = 'now' | 'past' | 'future';

/**
 * The backend's certificate once more, under another CA: names and extensions as they are where the certificate is known,
 * else the names that the gateway checks.
 */
export function serverAgain(
  ends: ConnectionEnds,
  issuer: IssuedCertificate,
  { at, crypto }: IssueAt,
  held: Held,
): Promise<IssuedCertificate> {
  const known = certificatesIn(serverOf(ends)?.chain?.pem ?? '')[0];
  if (known === undefined) return serverNamed(checkedNames(ends), issuer, { at, crypto }, held);
  return reissueCertificate(
    {
      certificate: known,
      keyAlgorithm: 'EC P-256',
      now: startOf(held, at, lengthOf(known)) + DAY,
      ...signedBy(issuer),
    },
    crypto,
  );
}

/** A server certificate for other names. */
export function serverNamed(
  names: readonly string[],
  issuer: IssuedCertificate,
  { at, crypto }: IssueAt,
  held: Held = 'now',
): Promise<IssuedCertificate> {
  const notBefore = startOf(held, at, YEAR);
  const [commonName = 'backend'] = names;
  return issueCertificate(
    {
      subject: { commonName: commonName.slice(0, 64) },
      ca: false,
      dnsNames: names,
      eku: ['serverAuth'],
      notBefore,
      notAfter: notBefore + YEAR,
      keyAlgorithm: 'EC P-256',
      ...signedBy(issuer),
    },
    crypto,
  );
}

function checkedNames({ upstream }: ConnectionEnds): readonly string[] {
  const matched = (upstream?.sanMatchers ?? []).flatMap(({ value }) =>
    value.san === 'dns' && value.match === 'exact' ? [value.value] : [],
  );
  const names = [...(upstream?.verifyNames ?? []).map(({ value }) => value), ...matched];
  const sni = upstream?.sni === undefined ? [] : [upstream.sni.value];
  return [...new Set(names.length === 0 ? sni : names)];
}

function startOf(held: Held, at: number, length: number): number {
  switch (held) {
    case 'now':
      return at - DAY;
    case 'past':
      return at - DAY - length;
    case 'future':
      return at + 30 * DAY;
    default:
      return held satisfies never;
  }
}

/** As `reissueCertificate` reckons. */
function lengthOf({ notBefore, notAfter }: Certificate): number {
  const end = notAfter.epoch;
  const start = notBefore.epoch;
  return end === null || start === null ? YEAR : Math.max(DAY, end - start);
}

/** The signer as issuing takes it. */
export function signedBy(
  issuer: IssuedCertificate | undefined,
): { issuer: { certificate: Certificate; key: string } } | Record<string, never> {
  if (issuer === undefined) return {};
  return { issuer: { certificate: issuer.certificate, key: issuer.keyPem } };
}
