import {
  isObject,
  itemsAt,
  kinds,
  objectKey,
  readDataValue,
  stringAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Authority, OwnTls } from './types.ts';
import { agentgatewayNames, readParameters } from '../parameters/read-parameters.ts';
import { readAuthorityRefs, textsAt } from './read-fields.ts';
import type { Scope } from './scope.ts';

const OF_BACKEND = ['spec', 'policies', 'tls'];
const OF_POLICY = ['spec', 'backend', 'tls'];

/** `tls` blocks of AgentgatewayBackend and AgentgatewayPolicy. @see agentgateway_policy_types.go `BackendTLS` */
export function agentgatewayTls(draft: ConversionDraft, scope: Scope): readonly OwnTls[] {
  const hasBlock = (path: FieldPath) => (object: ManifestObject) =>
    isObject(valueAt(object.value, path));
  const backends = draft.index
    .ofKind(kinds.agentgatewayBackend)
    .filter(hasBlock(OF_BACKEND))
    .filter(({ key }) => scope.backends.has(key));
  const policies = draft.index.ofKind(kinds.agentgatewayPolicy).filter(hasBlock(OF_POLICY));
  return [
    ...backends.map((one) => settings(draft, one, OF_BACKEND, [one.key])),
    ...policies.flatMap((policy) => {
      const targets = targetsOf(draft, policy, scope);
      return targets.length === 0 ? [] : [settings(draft, policy, OF_POLICY, targets)];
    }),
  ];
}

/** Services and AgentgatewayBackends; a Gateway or route stands for all that it leads to. */
function targetsOf(
  draft: ConversionDraft,
  policy: ManifestObject,
  { backends }: Scope,
): readonly string[] {
  return itemsAt(policy.value, ['spec', 'targetRefs']).flatMap((ref, at) => {
    const [group, kind, name] = ['group', 'kind', 'name'].map((field) => stringAt(ref, [field]));
    const key = objectKey(group ?? '', kind ?? '', policy.namespace, name ?? '');
    if (backends.has(key)) return [key];
    const isWide = ['Gateway', 'HTTPRoute', 'GRPCRoute', 'ListenerSet'].includes(kind ?? '');
    if (isWide)
      draft.lose('WIDE-TARGET', placeOf(policy, ['spec', 'targetRefs', at]), {
        value: `${kind ?? ''} ${name ?? ''}`,
      });
    return [];
  });
}

function settings(
  draft: ConversionDraft,
  object: ManifestObject,
  path: FieldPath,
  targets: readonly string[],
): OwnTls {
  const { value, key } = object;
  const sni = stringAt(value, [...path, 'sni']);
  const secret = stringAt(value, [...path, 'mtlsCertificateRef', 0, 'name']);
  const insecure = stringAt(value, [...path, 'insecureSkipVerify']);
  const at = placeOf(object, [...path, 'mtlsCertificateRef', 0]);
  return {
    owner: key,
    path,
    targets,
    name: sni === undefined ? { kind: 'host' } : { kind: 'written', value: sni },
    altNames: textsAt(object, [...path, 'verifySubjectAltNames']),
    checksName: insecure === undefined,
    authority: insecure === 'All' ? { kind: 'unchecked' } : authority(draft, object, path, secret),
    client: secret === undefined ? null : { name: secret, at },
    parameters: readParameters(valueAt(value, path), agentgatewayNames, (name) =>
      placeOf(object, [...path, name]),
    ),
    others: [],
    besidePolicy: object.kind === 'AgentgatewayBackend' ? 'own-wins' : 'policy-wins',
  };
}

/** Without references the `ca.crt` beside the client certificate, and without that the CAs of the system. */
function authority(
  draft: ConversionDraft,
  object: ManifestObject,
  path: FieldPath,
  secretName: string | undefined,
): Authority {
  const refs = readAuthorityRefs(object, [...path, 'caCertificateRefs'], 'ConfigMap');
  if (refs.length > 0) return { kind: 'refs', refs };
  const secret = draft.object(objectKey('', 'Secret', object.namespace, secretName ?? ''));
  if (secret === undefined || readDataValue(secret, 'ca.crt') === undefined)
    return { kind: 'system' };
  return { kind: 'refs', refs: [{ kind: 'Secret', name: secret.name }] };
}
