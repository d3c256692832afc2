import { fieldsOf, type Fields } from '../../json.ts';
import { objectsOf } from '../objects-of.ts';
import { fixtures } from './fixtures.ts';
import { indexObjects, resolve, type Resolution } from '../../../../core/gateway-api/index.ts';

/** One recorded translation. */
export interface EnvoyGatewayCase {
  /** Name of the files without `.in.yaml`; the recording turns features on by it. */
  readonly name: string;
  readonly input: Fields;
  /** Secrets that every case of the folder gets; empty where the file is not among those given. */
  readonly base: Fields;
  readonly output: Fields;
}

const CONTROLLER = 'gateway.envoyproxy.io/gatewayclass-controller';

/** The case as manifests: its own objects, the recording's fixtures, class and configuration. */
export function resolveCase({ name, input, base }: EnvoyGatewayCase): Resolution {
  const objects = [
    ...fixtures(),
    ...Object.values(base).flat(),
    ...Object.values(input).flat(),
    gatewayClass(input.envoyProxyForGatewayClass),
    configuration(name),
  ];
  const text = objects.map((object) => JSON.stringify(foldKeys(object))).join('\n---\n');
  return resolve(indexObjects(objectsOf(text, 'file')), { overrides: {} });
}

/**
 * What the recording's decoder lets pass and an API server would not: a key in other letters, a number where text
 * belongs.
 */
function foldKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(foldKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key === 'SignatureAlgorithms' ? 'signatureAlgorithms' : key,
      key === 'sectionName' ? String(entry) : foldKeys(entry),
    ]),
  );
}

function gatewayClass(proxy: unknown): unknown {
  const { namespace, name } = fieldsOf(fieldsOf(proxy).metadata);
  const reference = { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', namespace, name };
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'envoy-gateway-class' },
    spec: { controllerName: CONTROLLER, ...(name !== undefined && { parametersRef: reference }) },
  };
}

/** Cases for which the recording turns a feature on. */
const ON_HOST = [
  'backend-with-localhost-host-infra',
  'httproute-attaching-to-listener-with-backend-backendref-host-infra',
];
const WITH_SDS = ['sds', 'sds-invalid', 'sds-listener', 'sds-listener-invalid'];

function configuration(name: string): unknown {
  const isShared = name.startsWith('envoyextensionpolicy') && name.endsWith('shared-secret');
  const enableBackend = name !== 'backend-invalid-feature-disabled' && !isShared;
  const perResource = name.endsWith('per-resource-secret');
  const onHost = ON_HOST.includes(name);
  return {
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'EnvoyGateway',
    gateway: { controllerName: CONTROLLER },
    extensionApis: { enableBackend, enableSDSSecretRef: WITH_SDS.includes(name) },
    runtimeFlags: { enabled: perResource ? ['PerResourceSystemCASecret'] : [] },
    ...(onHost && { provider: { custom: { infrastructure: { type: 'Host' } } } }),
  };
}
