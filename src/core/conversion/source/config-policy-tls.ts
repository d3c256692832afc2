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
import {
  kgatewayFeatures,
  type KgatewayFeatures,
} from '../../implementations/kgateway/versions.ts';
import {
  besideConfigPolicyNames,
  configPolicyNames,
  readParameters,
} from '../parameters/read-parameters.ts';
import type { TlsParameters } from '../parameters/types.ts';
import { sourceVersion } from './source-version.ts';
import { textsAt, writtenFields } from './read-fields.ts';
import type { Scope } from './scope.ts';

const TLS = ['spec', 'tls'];

/** `BackendConfigPolicy.spec.tls` of kgateway. @see extensions2/plugins/backendconfigpolicy/tls.go */
export function configPolicyTls(draft: ConversionDraft, scope: Scope): readonly OwnTls[] {
  const features = kgatewayFeatures(sourceVersion(draft));
  if (!features.configPolicy) return [];
  return draft.index
    .ofKind(kinds.backendConfigPolicy)
    .filter(({ value }) => isObject(valueAt(value, TLS)))
    .flatMap((policy) => {
      const targets = rawReferences(policy, draft.index)
        .filter(({ kind }) => kind === 'policyTarget' || kind === 'selector')
        .map((raw) => targetOf(raw).key)
        .filter((key) => scope.backends.has(key));
      return targets.length === 0 ? [] : [settings(draft, policy, [...new Set(targets)], features)];
    });
}

function settings(
  draft: ConversionDraft,
  policy: ManifestObject,
  targets: readonly string[],
  features: KgatewayFeatures,
): OwnTls {
  const { value, key } = policy;
  const sni = stringAt(value, [...TLS, 'sni']) ?? '';
  const altNames = textsAt(policy, [...TLS, 'verifySubjectAltNames']);
  return {
    owner: key,
    path: TLS,
    targets,
    name: sni === '' ? { kind: 'none' } : { kind: 'written', value: sni },
    altNames,
    checksName: altNames.length > 0,
    authority: authority(draft, policy),
    client: client(draft, policy),
    parameters: parametersOf(policy, features),
    others: writtenFields(policy, TLS, ['allowRenegotiation']),
    besidePolicy: 'policy-wins',
  };
}

/** `AUTO` leaves it to Envoy; releases before 2.4 know no signature algorithms. */
function parametersOf(policy: ManifestObject, features: KgatewayFeatures): TlsParameters {
  const path = [...TLS, 'parameters'];
  const at = (name: string) => placeOf(policy, [...path, name]);
  const names = { ...configPolicyNames, ...(!features.signatureAlgorithms && { schemes: null }) };
  return {
    ...readParameters(valueAt(policy.value, path), names, at),
    ...readParameters(valueAt(policy.value, TLS), besideConfigPolicyNames, (name) =>
      placeOf(policy, [...TLS, name]),
    ),
  };
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
