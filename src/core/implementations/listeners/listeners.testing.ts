import { indexObjects, resolve, type Resolution } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import type { ImplementationId } from '../../model/index.ts';
import { predictStatusBy } from '../predict-status.ts';

export const HTTP = '{ name: http, port: 80, protocol: HTTP }';
export const HOSTS =
  'Found conflicting hostnames on listeners, all listeners on a single port must have unique hostnames';
export const PROTOCOLS =
  'Found conflicting protocols on listeners, a single port can only contain listeners with compatible protocols';

/** Accepted, Conflicted and Programmed of a listener that does not get its place. */
export function lost(name: string, reason: string, message: string): string[] {
  return [
    `${name} Accepted=False ${reason}: ${message}`,
    `${name} Conflicted=True ${reason}: ${message}`,
    `${name} Programmed=False ${reason}: ${message}`,
  ];
}

/** Manifests of namespace `default` under a Gateway `gw`, and what one controller says of its fronts. */
export interface Fronts {
  /** Listeners of the Gateway in flow style, without brackets. */
  readonly listeners: string;
  /** More of its spec, with a comma behind it. */
  readonly gateway?: string;
  /** ListenerSets by name, each with its listeners in flow style. */
  readonly sets?: Readonly<Record<string, string>>;
  readonly more?: readonly string[];
}

/** Names of classes that tell their controller. */
const CLASSES: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric': 'nginx',
  'envoy-gateway': 'eg',
  kgateway: 'kgateway',
  agentgateway: 'agentgateway',
};

/** Resolves such manifests for one implementation. */
export function fronts(id: ImplementationId, given: Fronts): Resolution {
  const allowed = 'allowedListeners: { namespaces: { from: All } },';
  const documents = [
    `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: ${CLASSES[id]}, ${allowed} ${given.gateway ?? ''} listeners: [${given.listeners}] }`,
    ...Object.entries(given.sets ?? {}).map(
      ([name, listeners]) => `apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: ${name.split('@')[0] ?? ''}${stampOf(name)} }
spec: { parentRef: { name: gw }, listeners: [${listeners}] }`,
    ),
    ...(given.more ?? []),
  ];
  return resolve(indexObjects(objectsFrom(documents.join('\n---\n'))), { overrides: {} });
}

/** A name may end in `@` and a year. */
function stampOf(name: string): string {
  const [, year] = name.split('@');
  return year === undefined ? '' : `, creationTimestamp: "${year}-01-01T00:00:00Z"`;
}

/** Reasons of conditions of fronts with which nothing is wrong. */
const FINE = ['Accepted', 'NoConflicts', 'ResolvedRefs', 'Programmed'];

/** Every condition of Gateways, ListenerSets and listeners that is not the usual one, on the date `at`. */
export function unusual(
  id: ImplementationId,
  version: string,
  resolution: Resolution,
  at?: number,
): string[] {
  return predictStatusBy(id, resolution, { [id]: version }, at).flatMap(
    ({ objectId, kind, ref, conditions }) => {
      const object = resolution.index.byId.get(objectId);
      if (kind !== 'object' && kind !== 'listener') return [];
      const name = [object?.name ?? '', ...(kind === 'listener' ? [ref?.sectionName] : [])];
      return conditions
        .filter(({ status, type, reason }) => !FINE.includes(reason) || isOdd(type, status))
        .map(
          ({ type, status, reason, message }) =>
            `${name.join('.')} ${type}=${status} ${reason}${message === '' ? '' : `: ${message}`}`,
        );
    },
  );
}

function isOdd(type: string, status: string): boolean {
  return status !== (type === 'Conflicted' ? 'False' : 'True');
}

/** A Secret with plain values. */
export function secretOf(name: string, certificate: string, key: string, namespace = 'default') {
  return `apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata: { name: ${name}, namespace: ${namespace} }
stringData: { tls.crt: ${JSON.stringify(certificate)}, tls.key: ${JSON.stringify(key)} }`;
}
