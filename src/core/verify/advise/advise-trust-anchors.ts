import { bytesToHex } from '@noble/hashes/utils.js';
import type { Certificate } from '../../pki/types.ts';

/** Anchors of one name and different keys: which one is taken depends on key identifiers, dates and order. */
export interface AmbiguousAnchors {
  readonly code: 'ambiguous-anchors';
  readonly subject: string;
  /** In file order. */
  readonly anchors: readonly Certificate[];
  /**
   * Each has a subject key identifier of its own, so that certificates with an authority key identifier find the
   * right one; without, OpenSSL takes the first that is valid and does not come back.
   */
  readonly distinguishable: boolean;
}

/** Groups of same-named anchors in a trust bundle (`x509_lu.c`: the order among them is not specified). */
export function adviseTrustAnchors(anchors: readonly Certificate[]): readonly AmbiguousAnchors[] {
  const bySubject = new Map<string, Certificate[]>();
  for (const anchor of anchors) {
    const group = bySubject.get(anchor.subject.canonical) ?? [];
    group.push(anchor);
    bySubject.set(anchor.subject.canonical, group);
  }
  return [...bySubject.values()].filter(haveDifferentKeys).map((group) => ({
    code: 'ambiguous-anchors',
    subject: group[0]?.subject.text ?? '',
    anchors: group,
    distinguishable: areDistinguishable(group),
  }));
}

function haveDifferentKeys(group: readonly Certificate[]): boolean {
  return keysOf(group).size > 1;
}

function areDistinguishable(group: readonly Certificate[]): boolean {
  const identifiers = group.map(({ extensions }) => extensions.subjectKeyId);
  const known = new Set(identifiers.filter((identifier) => identifier !== undefined));
  return !identifiers.includes(undefined) && known.size === keysOf(group).size;
}

function keysOf(group: readonly Certificate[]): ReadonlySet<string> {
  return new Set(group.map(({ publicKey }) => bytesToHex(publicKey.der)));
}
