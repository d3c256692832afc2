import { itemsAt, objectKey, stringAt } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import { keyOf, type ConversionDraft } from '../conversion-draft.ts';
import { freeName } from '../free-name.ts';
import { placeOf } from '../place.ts';
import type { TargetTraits } from '../target-traits.ts';
import { authorityText, type AuthorityText } from './authority-text.ts';

const REFS = ['spec', 'validation', 'caCertificateRefs'];

/** What one reference names, and whether the target can read it there. */
interface Named {
  readonly kind: string;
  readonly name: string;
  readonly object: ManifestObject | undefined;
  readonly text: AuthorityText | null;
  readonly fits: boolean;
}

/** CA references that the target does not take, as one to a ConfigMap with a copy of the public certificates. */
export function convertAuthorities(
  draft: ConversionDraft,
  key: string,
  traits: TargetTraits,
): void {
  const policy = draft.object(key);
  if (policy === undefined) return;
  const named = itemsAt(policy.value, REFS).map((ref) => nameOf(draft, policy, ref, traits));
  const isTooMany = named.length > 1 && !traits.severalAuthorities;
  if (!isTooMany && named.every(({ fits }) => fits)) return;
  const missing = named.find(({ text }) => text === null);
  if (missing !== undefined) {
    // What is not among the files may be as it should.
    if (isTooMany || !missing.fits)
      draft.lose('NO-CA-TEXT', placeOf(policy, REFS), {
        target: traits.title,
        value: `${missing.kind} ${missing.name}`,
      });
    return;
  }
  const [only] = named;
  if (named.length === 1 && only !== undefined && addKey(draft, only)) return;
  writeBundle(draft, policy, named, traits);
}

function nameOf(
  draft: ConversionDraft,
  policy: ManifestObject,
  ref: JsonValue,
  traits: TargetTraits,
): Named {
  const kind = stringAt(ref, ['kind']) ?? '';
  const name = stringAt(ref, ['name']) ?? '';
  const object = draft.object(objectKey('', kind, policy.namespace, name));
  const text = object === undefined ? null : authorityText(object, draft.request.from);
  const isKept = text === null || !traits.plainCaKey || text.isPlain;
  return { kind, name, object, text, fits: takesKind(kind, object, traits) && isKept };
}

function takesKind(
  kind: string,
  object: ManifestObject | undefined,
  { secretAuthority, plainCaKey }: TargetTraits,
): boolean {
  if (kind === 'ConfigMap') return true;
  // ClusterTrustBundles are Envoy Gateway's alone.
  if (kind !== 'Secret') return !plainCaKey;
  switch (secretAuthority) {
    case 'any':
      return true;
    case 'none':
      return false;
    case 'kubernetes.io/tls': {
      const type = stringAt(object?.value, ['type']) ?? 'Opaque';
      return object === undefined || type === 'kubernetes.io/tls';
    }
    default:
      return secretAuthority satisfies never;
  }
}

/** A ConfigMap with the CA under another key gets it under `ca.crt` too. */
function addKey(draft: ConversionDraft, { object, text }: Named): boolean {
  if (object?.kind !== 'ConfigMap' || text === null || text.key === 'ca.crt') return false;
  const to = ['data', 'ca.crt'];
  if (!draft.set(object.key, to, text.pem)) return false;
  const from = placeOf(object, ['data', text.key]);
  draft.map(from, placeOf(object, to), 'COPY-OF-CA', from.object);
  return true;
}

function writeBundle(
  draft: ConversionDraft,
  policy: ManifestObject,
  named: readonly Named[],
  traits: TargetTraits,
): void {
  const pem = named.map(({ text }) => text?.pem ?? '').join('');
  const [first] = named;
  const { namespace } = policy;
  const base = named.length === 1 && first !== undefined ? first.name : policy.name;
  const name = base.endsWith('-ca') ? base : `${base}-ca`;
  const wanted = { group: '', kind: 'ConfigMap', namespace, name };
  const known = draft.object(keyOf(wanted));
  const isSame = stringAt(known?.value, ['data', 'ca.crt']) === pem;
  const found = isSame ? wanted : freeName(draft, wanted);
  const manifest = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: found.name, namespace },
    data: { 'ca.crt': pem },
  };
  const bundleKey = isSame ? keyOf(found) : draft.add(manifest, found, policy.key);
  const isSet =
    named.length === 1
      ? draft.set(policy.key, [...REFS, 0, 'kind'], 'ConfigMap') &&
        draft.set(policy.key, [...REFS, 0, 'name'], found.name)
      : draft.set(policy.key, REFS, [{ group: '', kind: 'ConfigMap', name: found.name }]);
  if (!isSet) return;
  const to = placeOf({ ...found, key: bundleKey }, ['data', 'ca.crt']);
  for (const { object, text, kind, name: own } of named) {
    if (object === undefined || text === null) continue;
    draft.map(placeOf(object, text.path), to, 'COPY-OF-CA', `${kind} ${own}`);
    if (text.hasCrl && draft.request.to === 'agentgateway')
      draft.lose('CRL', placeOf(object, text.path), { target: traits.title });
  }
}
