import type { KeyTask } from '../../certificates/types.ts';
import type { KeyAlgorithm } from '../../pki/index.ts';
import { renewedValidity } from '../../pki/issuing/renewed-validity.ts';
import type { HeldPair } from '../placement/held-pairs.ts';
import type { Analysis, CertificateSummary } from '../types.ts';
import { addedNames, firstRenewal, renewalTask, type RenewalDraft } from './renewal-draft.ts';

/** What issuing a certificate again in its place comes to. Times are milliseconds since the epoch. */
export type RenewalPlan =
  | {
      readonly kind: 'ready';
      readonly task: KeyTask;
      /** Title of the CA; null when it signs itself. */
      readonly signer: string | null;
      /** Null: the key that it has stays. */
      readonly newKey: KeyAlgorithm | null;
      /** DNS names that it lacks and gets. */
      readonly names: readonly string[];
      readonly notBefore: number;
      readonly notAfter: number;
    }
  /** The issuer is there and has its key, and is out of its dates itself. */
  | { readonly kind: 'authority-out-of-date'; readonly authority: CertificateSummary }
  | { readonly kind: 'no-authority-key' }
  /** It is a CA whose key is at fault: with another key, nothing that it signed holds. */
  | { readonly kind: 'needs-new-authority' }
  /** It stands in no Secret that could take a new key, and its own is not here. */
  | { readonly kind: 'no-place-for-key' }
  /** No manifest holds it: it is what somebody else presents. */
  | { readonly kind: 'not-in-manifests' };

/**
 * Plans to issue `old` again with the CA that issued it and the key kinds that it has, names and extensions kept, with
 * the names that findings say it lacks. A CA keeps
 * its key, so that what it signed stays good; everything else gets a new one.
 *
 * @param pairs the certificates whose keys the workspace has
 */
export function planRenewal(
  old: CertificateSummary,
  { certificates, objects, findings }: Pick<Analysis, 'certificates' | 'objects' | 'findings'>,
  pairs: readonly HeldPair[],
  now: number,
): RenewalPlan {
  if (!old.places.some(({ field }) => field !== undefined)) return { kind: 'not-in-manifests' };
  const about = findings.filter(({ reissues }) => reissues === old.id);
  const isWeak = about.some(({ code }) => WEAK_KEY.has(code));
  if (isWeak && old.isCa) return { kind: 'needs-new-authority' };
  const held = new Set(pairs.map(({ certificateId }) => certificateId));
  const issuers = certificates.filter(
    ({ id }) => id !== old.id && old.issuedBy.includes(id) && held.has(id),
  );
  const able = issuers.filter((one) => isInDates(one, now));
  const [authority] = issuers;
  if (!old.selfSigned && able.length === 0)
    return authority === undefined
      ? { kind: 'no-authority-key' }
      : { kind: 'authority-out-of-date', authority };
  const asked = askedNames(about);
  const draft = draftFor(old, able, pairs, { asked, isWeak });
  // What it signed before would not verify with another key.
  if (old.isCa && !draft.keepKey) return { kind: 'no-authority-key' };
  if (!draft.keepKey && !held.has(old.id) && !hasKeyBeside(old, objects))
    return { kind: 'no-place-for-key' };
  const signer = old.selfSigned ? undefined : able.find(({ id }) => id === draft.signer);
  const dates = { from: old.notBefore, to: old.notAfter };
  return {
    kind: 'ready',
    task: renewalTask(old, draft, pairs, now, asked),
    signer: signer?.title ?? null,
    newKey: draft.keepKey ? null : draft.keyAlgorithm,
    names: draft.addName ? addedNames(old, asked) : [],
    ...renewedValidity(dates, signer?.notAfter ?? null, now),
  };
}

/** The host names that the gateway checks and that a certificate without alternative names lacks. */
function askedNames(about: Analysis['findings']): readonly string[] {
  return about.flatMap(({ code, params }) =>
    code === 'TLS-NO-SAN' && params.host !== undefined ? [params.host] : [],
  );
}

/** As before where that can be; what the findings ask for else. */
function draftFor(
  old: CertificateSummary,
  able: readonly CertificateSummary[],
  pairs: readonly HeldPair[],
  { asked, isWeak }: { readonly asked: readonly string[]; readonly isWeak: boolean },
): RenewalDraft {
  const first = firstRenewal(old, able, pairs);
  return {
    ...first,
    addName: first.addName || asked.length > 0,
    ...(isWeak && first.keyAlgorithm === old.key ? { keyAlgorithm: 'EC P-256' } : {}),
  };
}

const WEAK_KEY: ReadonlySet<string> = new Set(['TLS-WEAK-KEY', 'LINT-SMALL-RSA-KEY']);

function isInDates({ notBefore, notAfter }: CertificateSummary, now: number): boolean {
  return (notBefore === null || notBefore <= now) && (notAfter === null || notAfter > now);
}

/** In a Secret the key of the first certificate has its place by name, whatever stands there now. */
function hasKeyBeside({ places }: CertificateSummary, objects: Analysis['objects']): boolean {
  const secrets = new Set(objects.filter(({ kind }) => kind === 'Secret').map(({ id }) => id));
  return places.some(
    ({ ownerId, field, block }) =>
      secrets.has(ownerId) && field?.path.at(-1) === 'tls.crt' && block === 0,
  );
}
