import { groups } from '../../gateway-api/index.ts';
import { backendKind } from '../backend-kind.ts';
import { clientSeat } from '../client-seat.ts';
import type { Manifest, ManifestValue } from '../manifest.ts';
import { setupNames } from '../setup-names.ts';
import type { SetupChoices } from '../types.ts';

/** HTTPRoute, with the host rewritten for a backend outside the cluster. */
export function routeManifests(choices: SetupChoices): readonly Manifest[] {
  const { namespaces, hosts, backend } = choices;
  const names = setupNames(choices);
  const parentRef = {
    name: names.gateway,
    namespace: namespaces.gateway === namespaces.route ? undefined : namespaces.gateway,
    sectionName: 'http',
  };
  const rewrite =
    backend.kind === 'external'
      ? [{ type: 'URLRewrite', urlRewrite: { hostname: backend.host } }]
      : undefined;
  const rule = {
    matches: [{ path: { type: 'PathPrefix', value: '/' } }],
    filters: rewrite,
    backendRefs: [backendRef(choices)],
  };
  return [
    {
      apiVersion: `${groups.gateway}/v1`,
      kind: 'HTTPRoute',
      name: names.backend,
      namespace: namespaces.route,
      spec: { parentRefs: [parentRef], hostnames: [hosts.route], rules: [rule] },
    },
  ];
}

/** A port belongs to a Service alone: a Backend has its own. */
function backendRef(choices: SetupChoices): ManifestValue {
  const { namespaces, backend } = choices;
  const { group, kind } = backendKind(choices);
  const isService = kind === 'Service';
  return {
    group: isService ? undefined : group,
    kind: isService ? undefined : kind,
    name: setupNames(choices).backend,
    namespace: namespaces.app === namespaces.route ? undefined : namespaces.app,
    port: isService ? backend.port : undefined,
  };
}

/** What a reference to another namespace needs: a grant in the namespace of its target. */
export function grantManifests(choices: SetupChoices): readonly Manifest[] {
  const { namespaces } = choices;
  const names = setupNames(choices);
  const toBackend = { ...backendKind(choices), name: names.backend };
  const toIdentity = { group: '', kind: 'Secret', name: names.clientIdentity };
  const crossesToSecret =
    clientSeat(choices) === 'gateway' && namespaces.clientIdentity !== namespaces.gateway;
  return [
    ...(namespaces.route === namespaces.app
      ? []
      : [grant('HTTPRoute', namespaces.route, toBackend, namespaces.app)]),
    ...(crossesToSecret
      ? [grant('Gateway', namespaces.gateway, toIdentity, namespaces.clientIdentity)]
      : []),
  ];
}

interface GrantTarget {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

function grant(kind: string, from: string, to: GrantTarget, namespace: string): Manifest {
  return {
    apiVersion: `${groups.gateway}/v1beta1`,
    kind: 'ReferenceGrant',
    name: `${to.name}-from-${from}`,
    namespace,
    spec: {
      from: [{ group: groups.gateway, kind, namespace: from }],
      to: [{ group: to.group, kind: to.kind, name: to.name }],
    },
  };
}
