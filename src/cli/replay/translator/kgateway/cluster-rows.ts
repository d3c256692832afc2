import { parse } from 'yaml';
import { kinds, servicePorts } from '../../../../core/gateway-api/index.ts';
import { kgatewayDataPlane } from '../../../../core/implementations/kgateway/kgateway-data-plane.ts';
import { sentByKgateway } from '../../../../core/implementations/kgateway/program-kgateway.ts';
import type { ManifestObject } from '../../../../core/manifest/types.ts';
import { fieldsOf, textOf, type Fields } from '../../json.ts';
import { everyBackend } from '../every-backend.ts';
import { resolveFor } from '../resolve-for.ts';
import type { Table } from '../tables.ts';
import { predictedSettings, recordedSettings } from './cluster-settings.ts';
import type { KgatewayOutput } from './kgateway-output.ts';

/** Parts of a cluster that say where a connection goes and how it is secured. */
const COMPARED = [
  'clusterType',
  'edsClusterConfig',
  'loadAssignment',
  'name',
  'transportSocket',
  'type',
];

/** What stands for a cluster that Envoy does not get. */
export const LEFT_OUT = 'left out';

/** Made by the recording itself; no object of the inputs stands behind them. */
const OTHER_CLUSTERS = new Set([
  'test-backend-plugin_default_example-svc_80',
  'kube_default_kubernetes_443',
]);

/** The recorded clusters, by name; a STATIC one without hosts stands for one that is left out. */
export function recordedClusters({ clusters }: KgatewayOutput): Table {
  const own = clusters.filter(({ name }) => !OTHER_CLUSTERS.has(name));
  return new Map(
    own.map((cluster) => [
      `cluster ${cluster.name}`,
      cluster.type === 'STATIC' && !('endpoints' in fieldsOf(cluster.loadAssignment))
        ? LEFT_OUT
        : { ...comparedParts(cluster), settings: recordedSettings(cluster) },
    ]),
  );
}

/** The clusters that are predicted for every Service port and Backend, and the Gateways' variants of them. */
export function predictedClusters(objects: readonly ManifestObject[], version: string): Table {
  const resolution = resolveFor('kgateway', [...objects, ...everyTarget(objects)]);
  return new Map(
    resolution.connections.map((connection): [string, unknown] => {
      const { lines } = kgatewayDataPlane(connection, resolution, version);
      const { upstream } = sentByKgateway(connection, resolution, version);
      const document = fieldsOf(parse(lines.map(({ text }) => text).join('\n')));
      const missing = textOf(fieldsOf(document.route).cluster);
      return missing === undefined
        ? [
            `cluster ${textOf(document.name) ?? ''}`,
            { ...comparedParts(document), settings: predictedSettings(upstream) },
          ]
        : [`cluster ${missing}`, LEFT_OUT];
    }),
  );
}

/** Keys of certificates are not printed: their length stands for them on both sides. */
function comparedParts(cluster: Fields): Fields {
  const parts = COMPARED.flatMap((name) => (name in cluster ? [[name, cluster[name]]] : []));
  return fieldsOf(
    JSON.parse(JSON.stringify(Object.fromEntries(parts)), (key, value: unknown) =>
      key === 'privateKey' ? keyLength(textOf(fieldsOf(value).inlineString) ?? '') : value,
    ),
  );
}

function keyLength(text: string): string {
  return /^\((\d+) bytes: /.exec(text)?.[1] ?? String(text.length);
}

/** Routes to all Service ports and Backends, one Gateway a namespace. */
function everyTarget(objects: readonly ManifestObject[]): readonly ManifestObject[] {
  const refs = new Map<string, string[]>();
  for (const object of objects) {
    const list = refs.get(object.namespace) ?? [];
    refs.set(object.namespace, [...list, ...backendRefs(object)]);
  }
  const names = { gateway: 'every-backend', route: 'every-backend', gatewayClass: 'kgateway' };
  return [...refs].flatMap(([namespace, list]) => everyBackend(names, namespace, list));
}

function backendRefs(object: ManifestObject): readonly string[] {
  const { group, kind, name } = object;
  if (`${group}/${kind}` === kinds.kgatewayBackend)
    return [`{ group: ${group}, kind: Backend, name: ${name} }`];
  if (`${group}/${kind}` !== kinds.service) return [];
  return servicePorts(object).map(({ port }) => `{ name: ${name}, port: ${port} }`);
}
