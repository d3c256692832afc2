import { badDer, WebpkiError } from './webpki-error.ts';

/**
 * Whether an iPAddress lies in the network of a constraint (address and mask). The mask must be written as a prefix;
 * an address of the other family lies outside. What stands behind the first differing octet is not read.
 *
 * @see rustls-webpki 0.103.14 src/subject_name/ip_address.rs `presented_id_matches_constraint`
 */
export function matchIpConstraint(
  address: Uint8Array,
  constraint: Uint8Array,
): boolean | WebpkiError {
  const { length } = address;
  if (length !== 4 && length !== 16) return badDer;
  if (constraint.length !== 2 * length) {
    const isOtherFamily = constraint.length === (length === 4 ? 32 : 8);
    return isOtherFamily ? false : new WebpkiError('InvalidNetworkMaskConstraint');
  }
  let seenZeroBit = false;
  for (let at = 0; at < length; at += 1) {
    const mask = constraint[length + at] ?? 0;
    const isPrefix = /^1*0*$/.test(mask.toString(2).padStart(8, '0'));
    if (!isPrefix || (seenZeroBit && mask !== 0)) {
      return new WebpkiError('InvalidNetworkMaskConstraint');
    }
    if (mask !== 0xff) seenZeroBit = true;
    if ((((address[at] ?? 0) ^ (constraint[at] ?? 0)) & mask) !== 0) return false;
  }
  return true;
}
