import { encodePem } from './encode-pem.ts';
import { extendedKeyUsageWord, keyUsageWord } from './extensions/usage-words.ts';
import { attributeOids } from './name-attribute-types.ts';
import type { Certificate, DistinguishedName, GeneralName } from './types.ts';

/** What one certificate says of itself, in plain JSON and words; `id` is the SHA-256 fingerprint in hex. */
export interface CertificateFacts {
  readonly id: string;
  /** Common name, else organisation, else the first name there is. */
  readonly title: string;
  readonly subject: string;
  readonly issuer: string;
  /** Lower-case hex. */
  readonly serial: string;
  /** Milliseconds since the epoch; null when the text is no time. */
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly isCa: boolean;
  /** Issuer and subject are the same and the key identifiers agree; the signature is not checked. */
  readonly selfSigned: boolean;
  readonly dnsNames: readonly string[];
  /** The other alternative names, each with its kind: `IP 10.0.0.1`. */
  readonly otherNames: readonly string[];
  readonly commonName: string | null;
  /** `RSA 2048`. */
  readonly key: string;
  /** `RSA with SHA-256`. */
  readonly signature: string;
  /** `digital signature`, …; null when the extension is absent and any use is allowed. */
  readonly keyUsage: readonly string[] | null;
  /** `serverAuth`, …; null when the extension is absent. */
  readonly extendedKeyUsage: readonly string[] | null;
  /** Lower-case hex. */
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  readonly pem: string;
}

/** A certificate as the app shows and exports it; where it stands and who issued it is added by the analysis. */
export function summariseCertificate(certificate: Certificate): CertificateFacts {
  const { extensions, subject } = certificate;
  const names = extensions.subjectAltNames ?? [];
  return {
    id: certificate.fingerprint,
    title: nameTitle(subject) ?? firstAlternative(names) ?? `serial ${certificate.serial}`,
    subject: subject.text,
    issuer: certificate.issuer.text,
    serial: certificate.serial,
    notBefore: certificate.notBefore.epoch,
    notAfter: certificate.notAfter.epoch,
    isCa: extensions.basicConstraints?.ca === true,
    selfSigned: isSelfSigned(certificate),
    dnsNames: names.filter(({ kind }) => kind === 'dns').map(({ value }) => value),
    otherNames: names.filter(({ kind }) => kind !== 'dns').map(otherNameText),
    commonName: firstAttribute(subject, attributeOids.commonName) ?? null,
    key: certificate.publicKey.text,
    signature: certificate.signatureText,
    keyUsage: extensions.keyUsage?.map(keyUsageWord) ?? null,
    extendedKeyUsage: extensions.extendedKeyUsage?.map(extendedKeyUsageWord) ?? null,
    subjectKeyId: extensions.subjectKeyId ?? null,
    authorityKeyId: extensions.authorityKeyId?.keyId ?? null,
    pem: encodePem('CERTIFICATE', certificate.der),
  };
}

/** The shortest telling part of a name: CN, else O, else OU, else its first attribute. */
function nameTitle(name: DistinguishedName): string | undefined {
  return (
    firstAttribute(name, attributeOids.commonName) ??
    firstAttribute(name, attributeOids.organization) ??
    firstAttribute(name, attributeOids.organizationalUnit) ??
    name.attributes[0]?.value
  );
}

function firstAttribute(name: DistinguishedName, oid: string): string | undefined {
  return name.attributes.find((attribute) => attribute.oid === oid)?.value;
}

function firstAlternative(names: readonly GeneralName[]): string | undefined {
  return names[0]?.value;
}

const kindWords: Record<GeneralName['kind'], string> = {
  dns: 'DNS',
  email: 'email',
  uri: 'URI',
  ip: 'IP',
  directory: 'directory',
  other: 'other name',
  x400: 'X.400',
  edi: 'EDI party',
  rid: 'registered id',
};

function otherNameText(name: GeneralName): string {
  const word = kindWords[name.kind];
  return name.kind === 'other' ? `${word} ${name.oid}: ${name.value}` : `${word} ${name.value}`;
}

function isSelfSigned({ subject, issuer, extensions }: Certificate): boolean {
  if (subject.canonical !== issuer.canonical) return false;
  const keyId = extensions.authorityKeyId?.keyId;
  return (
    keyId === undefined ||
    extensions.subjectKeyId === undefined ||
    keyId === extensions.subjectKeyId
  );
}
