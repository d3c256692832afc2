import { groups, itemsAt, kinds, stringAt, valueAt } from '../../gateway-api/index.ts';
import { rawReferences, targetOf } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';
import type { TargetTraits } from '../target-traits.ts';
import { convertAuthorities } from './convert-authorities.ts';

const VALIDATION = ['spec', 'validation'];

/** BackendTLSPolicies of the backends, as the target reads them. */
export function convertPolicies(
  draft: ConversionDraft,
  { backends }: Scope,
  moved: ReadonlyMap<string, string>,
): void {
  const used = new Set([...backends.keys()].map((key) => moved.get(key) ?? key));
  const traits = draft.target;
  const keys = draft.index
    .ofKind(kinds.backendTlsPolicy)
    .filter((policy) => targetsOneOf(draft, policy, used))
    .map(({ key }) => key);
  for (const key of keys) {
    const policy = draft.object(key);
    if (policy === undefined) continue;
    const stays = placeOf(policy, VALIDATION);
    draft.map(stays, stays);
    convertVersion(draft, key, traits);
    tellNames(draft, key, traits);
    convertAuthorities(draft, key, traits);
  }
}

function targetsOneOf(
  draft: ConversionDraft,
  policy: ManifestObject,
  used: ReadonlySet<string>,
): boolean {
  return rawReferences(policy, draft.index).some(
    (raw) => raw.kind === 'policyTarget' && used.has(targetOf(raw).key),
  );
}

function convertVersion(draft: ConversionDraft, key: string, traits: TargetTraits): void {
  const policy = draft.object(key);
  const wanted = `${groups.gateway}/${traits.stablePolicy ? 'v1' : 'v1alpha3'}`;
  if (policy === undefined || policy.apiVersion === wanted) return;
  if (!draft.set(key, ['apiVersion'], wanted)) return;
  const at = placeOf(policy, ['apiVersion']);
  if (traits.stablePolicy) draft.map(at, at, 'NEW-VALUE', wanted);
  else draft.map(at, at, 'EXPERIMENTAL-POLICY');
}

function tellNames(draft: ConversionDraft, key: string, { title, ...traits }: TargetTraits): void {
  const policy = draft.object(key);
  if (policy === undefined) return;
  const names = [...VALIDATION, 'subjectAltNames'];
  const hostname = stringAt(policy.value, [...VALIDATION, 'hostname']) ?? '';
  if (!traits.altNames && itemsAt(policy.value, names).length > 0)
    draft.lose('NO-SUBJECT-ALT-NAMES', placeOf(policy, names), { target: title, value: hostname });
  const system = [...VALIDATION, 'wellKnownCACertificates'];
  if (!traits.systemAuthority && valueAt(policy.value, system) !== undefined)
    draft.lose('NO-SYSTEM-CA', placeOf(policy, system), { target: title });
}
