import { ipText } from '../../pki/extensions/ip-text.ts';
import { parseIpAddress } from '../../pki/issuing/parse-ip-address.ts';
import { attributeOids } from '../../pki/name-attribute-types.ts';
import { binaryText } from '../der/binary-text.ts';
import type { GoCertificateFields } from './go-certificate.ts';
import { GoError } from './go-error.ts';

/** From as many names on Go only counts them. */
const maxNamesListed = 100;

/** What matched, or Go's error. */
export type HostnameVerdict =
  | { readonly ok: true; readonly matchedBy: string }
  | { readonly ok: false; readonly error: GoError };

/**
 * Whether the certificate is valid for the host: an IP address (also in brackets) only by an iPAddress, anything
 * else only by a dNSName; a wildcard stands for the whole first label.
 *
 * @see Go 1.26 src/crypto/x509/verify.go `VerifyHostname`
 */
export function verifyHostname(certificate: GoCertificateFields, host: string): HostnameVerdict {
  const candidate = /^\[(.+)\]$/s.exec(host)?.[1] ?? host;
  const address = parseIpAddress(candidate);
  if (address !== null) {
    const found = certificate.addresses.find((one) => sameAddress(one, address));
    if (found) return { ok: true, matchedBy: goIpText(found) };
    return { ok: false, error: hostnameError(certificate, candidate) };
  }
  const found = certificate.dnsNames.find((name) => matchesName(name, lower(host)));
  if (found !== undefined) return { ok: true, matchedBy: found };
  return { ok: false, error: hostnameError(certificate, host) };
}

/** Names that are valid host names match by label, all others only when they are the same. */
export function matchesName(pattern: string, host: string): boolean {
  if (isValidHostname(host, false) && isValidHostname(pattern, true)) {
    return matchesLabels(pattern, host);
  }
  return !['', '.'].includes(host) && lower(pattern) === host;
}

function matchesLabels(pattern: string, host: string): boolean {
  const labels = lower(pattern).split('.');
  const wanted = lower(host.replace(/\.$/, '')).split('.');
  return (
    pattern !== '' &&
    labels.length === wanted.length &&
    labels.every((label, at) => (at === 0 && label === '*') || label === wanted[at])
  );
}

/** Underscores are taken; a hyphen may end a label but not begin it. */
function isValidHostname(host: string, isPattern: boolean): boolean {
  const name = isPattern ? host : host.replace(/\.$/, '');
  if (name === '' || name === '*') return false;
  return name
    .split('.')
    .every((label, at) => (isPattern && at === 0 && label === '*') || /^[\w][\w-]*$/.test(label));
}

/** ASCII only, as Go does. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** @see Go 1.26 src/crypto/x509/verify.go `HostnameError` */
function hostnameError(certificate: GoCertificateFields, host: string): GoError {
  return new GoError('HostnameError', `x509: ${hostnameText(certificate, host)}`);
}

function hostnameText(certificate: GoCertificateFields, host: string): string {
  const { subject } = certificate.certificate;
  const commonName = subject.attributes
    .filter(({ oid }) => oid === attributeOids.commonName)
    .at(-1);
  if (certificate.subjectAltName === null && matchesLabels(commonName?.value ?? '', host)) {
    return 'certificate relies on legacy Common Name field, use SANs instead';
  }
  const isAddress = parseIpAddress(host) !== null;
  const { addresses, dnsNames } = certificate;
  if (isAddress && addresses.length === 0) {
    return `cannot validate certificate for ${host} because it doesn't contain any IP SANs`;
  }
  const names = isAddress ? addresses.map(goIpText) : dnsNames;
  if (names.length >= maxNamesListed) {
    const kind = isAddress ? 'IP SANs' : 'names';
    return `certificate is valid for ${String(names.length)} ${kind}, but none matched ${host}`;
  }
  const list = names.join(', ');
  if (list === '') return `certificate is not valid for any names, but wanted to match ${host}`;
  return `certificate is valid for ${list}, not ${host}`;
}

/** An IPv4-mapped address is the IPv4 address. */
function sameAddress(one: Uint8Array, other: Uint8Array): boolean {
  return binaryText(unmapped(one)) === binaryText(unmapped(other));
}

function unmapped(address: Uint8Array): Uint8Array {
  const isMapped =
    address.length === 16 &&
    address.subarray(0, 10).every((octet) => octet === 0) &&
    address[10] === 0xff &&
    address[11] === 0xff;
  return isMapped ? address.subarray(12) : address;
}

/** As Go's `net.IP.String`. */
export function goIpText(address: Uint8Array): string {
  return ipText(unmapped(address));
}
