import { keyAlgorithms } from '../../certificates/key-algorithms.ts';
import type { KeyTask } from '../../certificates/types.ts';
import type { KeyAlgorithm } from '../../pki/index.ts';
import type { HeldPair } from '../placement/held-pairs.ts';
import type { CertificateSummary } from '../types.ts';

/** The form for one certificate. `signer` is `itself`, `new-ca`, `nobody`, or the id of a CA whose key is held. */
export interface RenewalDraft {
  readonly signer: string;
  readonly keepKey: boolean;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly addName: boolean;
}

/** As before where that can be: the same CA, the same kind of key. A new key is the safer habit for what is no CA. */
export function firstRenewal(
  old: CertificateSummary,
  cas: readonly CertificateSummary[],
  pairs: readonly HeldPair[],
): RenewalDraft {
  const own = cas.find(({ id }) => old.issuedBy.includes(id));
  const same = keyAlgorithms.find((one) => one === old.key);
  const hasKey = pairs.some(({ certificateId }) => certificateId === old.id);
  return {
    signer: old.selfSigned ? 'itself' : (own?.id ?? 'new-ca'),
    // What a CA signed before stays good only under the same key.
    keepKey: old.isCa && hasKey,
    keyAlgorithm: same ?? 'EC P-256',
    addName: missingName(old) !== null,
  };
}

/** The common name when it reads as a host name and stands in no alternative name; null otherwise. */
export function missingName({
  commonName,
  dnsNames,
  otherNames,
  isCa,
}: CertificateSummary): string | null {
  if (isCa || commonName === null || dnsNames.length > 0 || otherNames.length > 0) return null;
  return /^[a-z0-9*]([a-z0-9.-]*[a-z0-9])?$/i.test(commonName) ? commonName : null;
}

/** The DNS names that one without any alternative name gets: its common name where that is one, and those asked for. */
export function addedNames(old: CertificateSummary, asked: readonly string[]): readonly string[] {
  if (old.dnsNames.length > 0 || old.otherNames.length > 0) return [];
  return [...new Set([missingName(old) ?? [], asked].flat())];
}

/** The work that a draft asks for. `asked` are names that have to be among those it gets where it has none. */
export function renewalTask(
  old: CertificateSummary,
  draft: RenewalDraft,
  pairs: readonly HeldPair[],
  now: number,
  asked: readonly string[] = [],
): KeyTask {
  const { signer, keepKey, keyAlgorithm, addName } = draft;
  const pair = pairs.find(({ certificateId }) => certificateId === signer);
  const own = pairs.find(({ certificateId }) => certificateId === old.id);
  return {
    kind: 'renewal',
    order: {
      certificate: old.pem,
      issuer: pair === undefined ? unsigned(signer) : { certificate: pair.chain, key: pair.key },
      ...(keepKey && own !== undefined ? { key: own.key } : {}),
      keyAlgorithm,
      dnsNames: addName ? addedNames(old, asked) : [],
      now,
    },
  };
}

function unsigned(signer: string): 'itself' | 'nobody' | 'new-ca' {
  return signer === 'itself' || signer === 'nobody' ? signer : 'new-ca';
}
