import type { Certificate, DistinguishedName } from '../../pki/types.ts';

/** The one attribute by which a person knows a name: common name, else organisation, else the last one given. */
export function shortName(name: DistinguishedName): string {
  const pick = (short: string) => name.attributes.find((one) => one.short === short)?.value;
  return pick('CN') ?? pick('O') ?? pick('OU') ?? (name.text === '' ? 'no name' : name.text);
}

/** `CN=gateway`; what the subject has instead when there is no common name; a DNS name when there is no subject. */
export function subjectText(certificate: Certificate): string {
  const { subject } = certificate;
  if (subject.attributes.some(({ short }) => short === 'CN')) return `CN=${shortName(subject)}`;
  if (subject.attributes.length > 0) return shortName(subject);
  return dnsNames(certificate)[0] ?? `serial ${certificate.serial}`;
}

/** dNSName entries of the subject alternative name. */
export function dnsNames(certificate: Certificate): readonly string[] {
  const names = certificate.extensions.subjectAltNames ?? [];
  return names.filter(({ kind }) => kind === 'dns').map(({ value }) => value);
}

/** A key identifier as OpenSSL prints it: `C8:F0:9B`. */
export function keyIdText(hex: string | undefined): string | undefined {
  return hex?.toUpperCase().match(/../g)?.join(':');
}
