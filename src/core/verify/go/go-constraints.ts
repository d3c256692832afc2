import { binaryText } from '../der/binary-text.ts';
import { TAG, type DerString } from '../der/der-string.ts';

/** The bases of one list of subtrees, by kind, in order. */
export interface GoSubtrees {
  readonly dns: readonly string[];
  /** Address and mask. */
  readonly ip: readonly Uint8Array[];
  readonly email: readonly string[];
  readonly uri: readonly string[];
}

export interface GoConstraints {
  readonly permitted: GoSubtrees;
  readonly excluded: GoSubtrees;
  /** There are names of kinds that Go does not compare. */
  readonly hasUnhandled: boolean;
}

/**
 * Reads the name constraints of a certificate that Go has parsed; minimum and maximum are not looked at.
 *
 * @see Go 1.26 crypto/x509 `parseNameConstraintsExtension`
 */
export function readGoConstraints(value: DerString | null): GoConstraints | null {
  const body = value?.read(TAG.sequence);
  if (!body) return null;
  const permitted = readSubtrees(body.optional(0xa0) ?? null);
  const excluded = readSubtrees(body.optional(0xa1) ?? null);
  return { permitted, excluded, hasUnhandled: permitted.hasUnhandled || excluded.hasUnhandled };
}

function readSubtrees(list: DerString | null): GoSubtrees & { readonly hasUnhandled: boolean } {
  const dns: string[] = [];
  const email: string[] = [];
  const uri: string[] = [];
  const ip: Uint8Array[] = [];
  let hasUnhandled = false;
  for (let base = next(list); base; base = next(list)) {
    const { rest } = base.content;
    if (base.tag === 0x81) email.push(binaryText(rest));
    else if (base.tag === 0x82) dns.push(binaryText(rest));
    else if (base.tag === 0x86) uri.push(binaryText(rest));
    else if (base.tag === 0x87) ip.push(rest);
    else hasUnhandled = true;
  }
  return { dns, email, uri, ip, hasUnhandled };
}

function next(list: DerString | null) {
  return list === null || list.isEmpty ? null : (list.read(TAG.sequence)?.any() ?? null);
}
