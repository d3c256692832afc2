import { parseIpAddress } from '../../pki/issuing/parse-ip-address.ts';
import { binaryText } from '../der/binary-text.ts';
import { TAG, type DerString } from '../der/der-string.ts';
import { isValidDomain } from './is-valid-domain.ts';
import { parseMailbox } from './parse-mailbox.ts';
import { isAscii } from './parse-name.ts';
import { goQuote } from './quote.ts';

const INVALID = 'x509: invalid NameConstraints extension';

/**
 * Reads the name constraints extension.
 *
 * @returns Go's error, or null
 * @see Go 1.26 crypto/x509 `parseNameConstraintsExtension`
 */
export function nameConstraintsError(value: DerString): string | null {
  const body = value.read(TAG.sequence);
  if (body === null || !value.isEmpty) return INVALID;
  const permitted = body.optional(0xa0);
  const excluded = permitted === null ? null : body.optional(0xa1);
  if (permitted === null || excluded === null || !body.isEmpty) return INVALID;
  const trees = [permitted, excluded].filter((tree) => tree !== undefined);
  if (trees.every((tree) => tree.isEmpty)) return 'x509: empty name constraints extension';
  return trees.map(subtreesError).find((error) => error !== null) ?? null;
}

function subtreesError(subtrees: DerString): string | null {
  while (!subtrees.isEmpty) {
    const base = subtrees.read(TAG.sequence)?.any() ?? null;
    if (base === null) return INVALID;
    const error = baseError(base.tag, base.content.rest);
    if (error !== null) return error;
  }
  return null;
}

function baseError(tag: number, value: Uint8Array): string | null {
  if (tag === 0x87) return addressError(value);
  const kind = { 0x81: 'rfc822Name', 0x82: 'dnsName', 0x86: 'URI' }[tag];
  if (kind === undefined) return null;
  const text = binaryText(value);
  const quoted = goQuote(value);
  if (!isAscii(value))
    return `x509: invalid constraint value: x509: ${quoted} cannot be encoded as an IA5String`;
  if (kind === 'rfc822Name' && text.includes('@')) {
    return parseMailbox(text) ? null : `x509: failed to parse rfc822Name constraint ${quoted}`;
  }
  if (kind === 'URI' && parseIpAddress(text) !== null)
    return `x509: failed to parse URI constraint ${quoted}: cannot be IP address`;
  return isValidDomain(text, true) ? null : `x509: failed to parse ${kind} constraint ${quoted}`;
}

function addressError(value: Uint8Array): string | null {
  if (value.length !== 8 && value.length !== 32)
    return `x509: IP constraint contained value of length ${value.length}`;
  const mask = value.subarray(value.length / 2);
  const bits = [...mask].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const hex = [...mask].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return /^1*0*$/.test(bits) ? null : `x509: IP constraint contained invalid mask ${hex}`;
}
