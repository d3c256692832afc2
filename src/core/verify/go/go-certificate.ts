import { attributeOids } from '../../pki/name-attribute-types.ts';
import type { Certificate, CertificateTime } from '../../pki/types.ts';
import { binaryText } from '../der/binary-text.ts';
import { DerString, TAG } from '../der/der-string.ts';
import { GoError } from './go-error.ts';
import { readGoNames, type GoNames } from './go-names.ts';
import { readGoConstraints, type GoConstraints } from './go-constraints.ts';
import { goParseCertificate } from './parse-certificate.ts';

/** A certificate with what crypto/x509 reads from it. Octets are texts, one character each. */
export interface GoCertificateFields extends GoNames {
  readonly certificate: Certificate;
  readonly rawSubject: string;
  readonly rawIssuer: string;
  readonly spki: string;
  /** Null without the extension; `pathLength` -1 without a limit. */
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number } | null;
  /** `null` when the extension is absent or has no bit set. */
  readonly mayCertSign: boolean | null;
  /** OIDs; empty allows everything. */
  readonly usages: readonly string[];
  readonly subjectKeyId: string;
  readonly authorityKeyId: string;
  readonly constraints: GoConstraints | null;
  readonly hasUnhandledCritical: boolean;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** The extensions of 2.5.29 that Go handles whatever they hold. */
const HANDLED = new Set(
  [15, 19, 31, 35, 36, 37, 14, 32, 33, 54].map((arc) => `2.5.29.${String(arc)}`),
);

/**
 * Reads a certificate as `x509.ParseCertificate` does.
 *
 * @see Go 1.26 src/crypto/x509/parser.go
 */
export function readGoCertificate(certificate: Certificate): GoCertificateFields | GoError {
  const parsed = goParseCertificate(certificate.der);
  if (!parsed.ok) return new GoError('ParseError', parsed.message);
  const values = new Map(certificate.rawExtensions.map(({ oid, value }) => [oid, value]));
  const content = (oid: string): DerString | null => {
    const value = certificate.version < 3 ? undefined : values.get(oid);
    return value === undefined ? null : new DerString(value);
  };
  const alternative = readGoNames(content('2.5.29.17')?.rest ?? null);
  const constraints = readGoConstraints(content('2.5.29.30'));
  const isHandled = (oid: string) =>
    HANDLED.has(oid) ||
    (oid === '2.5.29.17' && alternative.names.length > 0) ||
    (oid === '2.5.29.30' && constraints?.hasUnhandled === false);
  return {
    certificate,
    rawSubject: binaryText(certificate.subject.der),
    rawIssuer: binaryText(certificate.issuer.der),
    spki: binaryText(certificate.publicKey.der),
    basicConstraints: readBasicConstraints(content('2.5.29.19')),
    mayCertSign: readMayCertSign(content('2.5.29.15')),
    usages: readUsages(content('2.5.29.37')),
    subjectKeyId: binaryText(content('2.5.29.14')?.read(TAG.octetString)?.rest ?? nothing),
    authorityKeyId: readAuthorityKeyId(content('2.5.29.35')),
    constraints,
    hasUnhandledCritical: certificate.rawExtensions.some(
      ({ oid, critical }) => critical && !isHandled(oid),
    ),
    notBefore: readTime(certificate.notBefore),
    notAfter: readTime(certificate.notAfter),
    ...alternative,
  };
}

const nothing = new Uint8Array();

function readBasicConstraints(value: DerString | null): GoCertificateFields['basicConstraints'] {
  const body = value?.read(TAG.sequence);
  if (!body) return null;
  const ca = body.peek(TAG.boolean) && body.boolean() === true;
  const length = body.peek(TAG.integer) ? body.integer() : null;
  const pathLength = length ? length.reduce((sum, octet) => sum * 256 + octet, 0) : -1;
  return { ca, pathLength };
}

function readMayCertSign(value: DerString | null): boolean | null {
  const bits = value?.bitString();
  const [first = 0, second = 0] = bits ?? [];
  // Go looks at nine bits.
  if (first === 0 && (second & 0x80) === 0) return null;
  return (first & 0x04) !== 0;
}

function readUsages(value: DerString | null): readonly string[] {
  const list = value?.read(TAG.sequence);
  const usages: string[] = [];
  for (let oid = list?.objectId(); typeof oid === 'string'; oid = list?.objectId())
    usages.push(oid);
  return usages;
}

function readAuthorityKeyId(value: DerString | null): string {
  const body = value?.read(TAG.sequence);
  return binaryText(body?.optional(0x80)?.rest ?? nothing);
}

/** Go also takes times without seconds and with an offset; `parseTime` has seen that this is one. */
function readTime({ epoch, raw }: CertificateTime): number {
  if (epoch !== null) return epoch;
  const match = /^(\d\d|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)(\d\d))$/.exec(raw);
  if (!match) return Number.NEGATIVE_INFINITY;
  const [, year = '', month, day, hour, minute, second = '0', sign, offHours, offMinutes] = match;
  const fullYear =
    year.length === 4 ? Number(year) : Number(year) + (Number(year) >= 50 ? 1900 : 2000);
  const local = Date.UTC(
    fullYear,
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const offset = sign === undefined ? 0 : (Number(offHours) * 60 + Number(offMinutes)) * 60_000;
  return sign === '-' ? local + offset : local - offset;
}

/** The name that Go gives a certificate in its hints: common name, organisation, or serial number. */
export function goCertificateName({ subject, serial }: Certificate): string {
  const valuesOf = (wanted: string) =>
    subject.attributes.filter(({ oid }) => oid === wanted).map(({ value }) => value);
  const commonName = valuesOf(attributeOids.commonName).at(-1);
  if (commonName !== undefined && commonName !== '') return commonName;
  return (
    valuesOf(attributeOids.organization)[0] ??
    `serial:${BigInt(`0x${serial === '' ? '0' : serial}`).toString()}`
  );
}
