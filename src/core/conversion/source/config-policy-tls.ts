import {
  booleanAt,
  isObject,
  kinds,
  objectKey,
  rawReferences,
  readDataValue,
  stringAt,
  targetOf,
  valueAt,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Authority, OwnTls } from './types.ts';
import { textsAt, writtenFields } from './read-fields.ts';
import type { Scope } from './scope.ts';

const TLS = ['spec', 'tls'];
const PARAMETERS = ['cipherSuites', 'ecdhCurves', 'signatureAlgorithms'];

/** `BackendConfigPolicy.spec.tls` of kgateway. @see extensions2/plugins/backendconfigpolicy/tls.go */
export function configPolicyTls(draft: ConversionDraft, scope: Scope): readonly OwnTls[] {
  return draft.index
    .ofKind(kinds.backendConfigPolicy)
    .filter(({ value }) => isObject(valueAt(value, TLS)))
    .flatMap((policy) => {
      const targets = rawReferences(policy, draft.index)
        .filter(({ kind }) => kind === 'policyTarget' || kind === 'selector')
        .map((raw) => targetOf(raw).key)
        .filter((key) => scope.backends.has(key));
      return targets.length === 0 ? [] : [settings(draft, policy, [...new Set(targets)])];
    });
}

function settings(
  draft: ConversionDraft,
  policy: ManifestObject,
  targets: readonly string[],
): OwnTls {
  const { value, key } = policy;
  const sni = stringAt(value, [...TLS, 'sni']) ?? '';
  const altNames = textsAt(policy, [...TLS, 'verifySubjectAltNames']);
  const min = version(policy, 'minVersion');
  const max = version(policy, 'maxVersion');
  return {
    owner: key,
    path: TLS,
    targets,
    name: sni === '' ? { kind: 'none' } : { kind: 'written', value: sni },
    altNames,
    checksName: altNames.length > 0,
    authority: authority(draft, policy),
    client: client(draft, policy),
    parameters: [
      ...writtenFields(policy, [...TLS, 'parameters'], PARAMETERS),
      ...writtenFields(policy, TLS, ['alpnProtocols', 'allowRenegotiation']),
    ],
    versions: { ...(min && { min }), ...(max && { max }) },
    besidePolicy: 'policy-wins',
  };
}

/** `AUTO` leaves it to Envoy. */
function version({ value }: ManifestObject, field: string): string | undefined {
  const found = stringAt(value, [...TLS, 'parameters', field]);
  return found === 'AUTO' ? undefined : found;
}

function secretOf(draft: ConversionDraft, policy: ManifestObject): ManifestObject | undefined {
  const name = stringAt(policy.value, [...TLS, 'secretRef', 'name']) ?? '';
  return draft.object(objectKey('', 'Secret', policy.namespace, name));
}

/** A Secret without `ca.crt`, and none at all: any certificate is taken. */
function authority(draft: ConversionDraft, policy: ManifestObject): Authority {
  const { value } = policy;
  if (stringAt(value, [...TLS, 'wellKnownCACertificates']) === 'System') return { kind: 'system' };
  const path = stringAt(value, [...TLS, 'files', 'rootCA']);
  if (path !== undefined) return { kind: 'file', path };
  const name = stringAt(value, [...TLS, 'secretRef', 'name']);
  const secret = secretOf(draft, policy);
  const hasCa = secret === undefined || readDataValue(secret, 'ca.crt') !== undefined;
  return name !== undefined && hasCa
    ? { kind: 'refs', refs: [{ kind: 'Secret', name }] }
    : { kind: 'unchecked' };
}

/** `simpleTLS` leaves the pair of the Secret unused; a Secret that is not among the files may have one. */
function client(draft: ConversionDraft, policy: ManifestObject): OwnTls['client'] {
  const name = stringAt(policy.value, [...TLS, 'secretRef', 'name']);
  const secret = secretOf(draft, policy);
  const isSimple = booleanAt(policy.value, [...TLS, 'simpleTLS']) === true;
  const hasPair = secret === undefined || readDataValue(secret, 'tls.key') !== undefined;
  if (name === undefined || isSimple || !hasPair) return null;
  return { name, at: placeOf(policy, [...TLS, 'secretRef']) };
}
