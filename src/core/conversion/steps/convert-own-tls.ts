import { groups } from '../../gateway-api/index.ts';
import { backendHosts } from '../../gateway-api/backend-target.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { freeName } from '../free-name.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';
import type { OwnTls } from '../source/types.ts';

/** A backend whose certificate nobody checked. */
export interface Unchecked {
  readonly target: string;
  readonly settings: OwnTls;
}

/**
 * Writes a BackendTLSPolicy for TLS settings in a kind of the implementation that is left.
 *
 * @returns those that no policy can say: nothing is checked
 */
export function convertOwnTls(
  draft: ConversionDraft,
  scope: Scope,
  all: readonly OwnTls[],
): readonly Unchecked[] {
  return all.flatMap((settings) => {
    for (const at of settings.others)
      draft.lose('RENEGOTIATION', at, { target: draft.target.title });
    return settings.targets.flatMap((target) => convertOne(draft, scope, settings, target));
  });
}

function convertOne(
  draft: ConversionDraft,
  scope: Scope,
  settings: OwnTls,
  target: string,
): readonly Unchecked[] {
  const owner = draft.object(settings.owner);
  const backend = draft.object(target);
  if (owner === undefined || backend === undefined) return [];
  const at = placeOf(owner, settings.path);
  const { authority } = settings;
  const { title } = draft.target;
  if ((scope.resolution.policyTargets.get(target) ?? []).length > 0) {
    if (settings.besidePolicy === 'own-wins')
      draft.lose('OTHER-POLICY-HOLDS', at, { target: title });
    // Envoy Gateway alone leaves the check out in spite of a policy.
    else if (authority.kind === 'unchecked' && draft.request.from === 'envoy-gateway')
      draft.lose('NOT-CHECKED', at, { target: title });
    return [];
  }
  if (authority.kind === 'unchecked') return [{ target, settings }];
  if (authority.kind === 'file') draft.lose('CA-IN-FILE', at, { value: authority.path });
  else if (authority.kind === 'refs' && authority.refs.length === 0)
    draft.lose('NO-CA-TEXT', at, { target: title, value: 'nothing' });
  else writePolicy(draft, scope, settings, owner, backend);
  return [];
}

function writePolicy(
  draft: ConversionDraft,
  scope: Scope,
  settings: OwnTls,
  owner: ManifestObject,
  backend: ManifestObject,
): void {
  const { authority, altNames, checksName } = settings;
  const hostname = hostnameOf(draft, scope, settings, backend);
  const others = altNames.length === 1 && altNames[0] === hostname ? [] : altNames;
  const at = placeOf(owner, settings.path);
  if (!checksName && altNames.length === 0) draft.lose('CHECK-ADDED', at, { value: hostname });
  const wanted = {
    group: groups.gateway,
    kind: 'BackendTLSPolicy',
    namespace: backend.namespace,
    name: `${backend.name}-tls`,
  };
  const name = freeName(draft, wanted);
  const { group, kind } = backend;
  const validation: JsonObject = {
    hostname,
    ...(others.length > 0 && { subjectAltNames: others.map(altName) }),
    ...(authority.kind === 'refs'
      ? { caCertificateRefs: authority.refs.map((ref) => ({ group: '', ...ref })) }
      : { wellKnownCACertificates: 'System' }),
  };
  const manifest: JsonObject = {
    apiVersion: `${groups.gateway}/v1`,
    kind: 'BackendTLSPolicy',
    metadata: { name: name.name, namespace: name.namespace },
    spec: { targetRefs: [{ group, kind, name: backend.name }], validation },
  };
  const key = draft.add(manifest, name, settings.owner);
  draft.map(at, placeOf({ ...name, key }, ['spec', 'validation']));
}

function altName(name: string): JsonObject {
  return name.includes('://') ? { type: 'URI', uri: name } : { type: 'Hostname', hostname: name };
}

function hostnameOf(
  draft: ConversionDraft,
  { backends }: Scope,
  settings: OwnTls,
  backend: ManifestObject,
): string {
  const { name, altNames, owner, path } = settings;
  const holder = draft.object(owner) ?? backend;
  const inside = `${backend.name}.${backend.namespace}.svc.cluster.local`;
  const host = backendHosts(backend)[0]?.host;
  const asked = [...(backends.get(backend.key)?.hostnames ?? [])];
  const first = altNames.find((one) => !one.includes('://'));
  switch (name.kind) {
    case 'written':
      return name.value;
    case 'request':
      if (asked.length > 1)
        draft.lose('NAME-OF-REQUEST', placeOf(holder, path), { value: asked[0] ?? '' });
      return asked[0] ?? host ?? inside;
    case 'host':
      if (host !== undefined) return host;
      break;
    case 'none':
      if (first !== undefined) return first;
      break;
    default:
      return name satisfies never;
  }
  const made = first ?? host ?? inside;
  draft.lose('NAME-MADE-UP', placeOf(holder, path), { value: made });
  return made;
}
