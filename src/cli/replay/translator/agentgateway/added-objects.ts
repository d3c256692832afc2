import { kinds } from '../../../../core/gateway-api/index.ts';
import type { ManifestObject } from '../../../../core/manifest/types.ts';
import { everyBackend } from '../every-backend.ts';
import { objectsOf } from '../objects-of.ts';
import type { AgentgatewayOutput } from './agentgateway-output.ts';

const ROUTED: ReadonlySet<string> = new Set([
  kinds.service,
  kinds.agentgatewayBackend,
  'inference.networking.k8s.io/InferencePool',
]);

/**
 * What upstream's own tests add to a case: under `backends`, or where the recording tells of a Gateway `basic`, that
 * Gateway and a route to every backend; else every Gateway that the recording names and the manifests do not have.
 *
 * @see agentgateway controller/pkg/agentgateway/translator/golden_test.go `setupDummyAncestorMapping`
 */
export function addedObjects(
  folder: string,
  objects: readonly ManifestObject[],
  output: AgentgatewayOutput,
): readonly ManifestObject[] {
  const named = new Set(gatewaysOf(output));
  if (folder === 'backends' || named.has('default/basic')) return basicGateway(objects);
  const own = new Set(
    objects.flatMap((one) => (one.kind === 'Gateway' ? [`${one.namespace}/${one.name}`] : [])),
  );
  return [...named].filter((name) => !own.has(name)).flatMap(plainGateway);
}

/** `namespace/name` of every Gateway in the recording. */
function gatewaysOf({ output, status }: AgentgatewayOutput): readonly string[] {
  const sent = output.flatMap(({ gateway }) =>
    gateway === undefined ? [] : [`${gateway.Namespace}/${gateway.Name}`],
  );
  const told = status.flatMap(({ status: own, metadata }) => {
    const refs = [
      ...(own.ancestors ?? []).map(({ ancestorRef }) => ancestorRef),
      ...(own.parents ?? []).map(({ parentRef }) => parentRef),
    ];
    return refs
      .filter(({ kind }) => kind === 'Gateway')
      .map(({ namespace, name }) => `${namespace ?? metadata.namespace}/${name}`);
  });
  return [...sent, ...told];
}

function plainGateway(key: string): readonly ManifestObject[] {
  const [namespace = '', name = ''] = key.split('/');
  const text = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: ${namespace} }
spec: { gatewayClassName: agentgateway, listeners: [{ name: http, port: 80, protocol: HTTP }] }`;
  return objectsOf(text, `gateway-${name}`);
}

function basicGateway(objects: readonly ManifestObject[]): readonly ManifestObject[] {
  const refs = objects
    .filter(({ group, kind }) => ROUTED.has(`${group}/${kind}`))
    .map(
      ({ group, kind, namespace, name }) =>
        `{ group: "${group}", kind: ${kind}, namespace: ${namespace}, name: ${name} }`,
    );
  const names = { gateway: 'basic', route: 'dummy', gatewayClass: 'agentgateway' };
  return everyBackend(names, 'default', refs);
}
