import {
  booleanAt,
  itemsAt,
  kinds,
  readDataValue,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import { parseFile } from '../../manifest/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';

/** What the EnvoyGateway configuration among the files turns on. */
export interface ControllerConfig {
  /** The EnvoyGateway or the ConfigMap that holds it; absent when it is not among the files. */
  readonly object?: ManifestObject;
  /** `extensionApis.enableBackend`, false unless written; undefined when the configuration is not known. */
  readonly backendEnabled: boolean | undefined;
  readonly sdsSecretRefEnabled: boolean;
  /** `gatewayAPI.enabled` has `XListenerSet`, the flag of 1.7. */
  readonly xListenerSetEnabled: boolean;
  /** Runtime flag `PerResourceSystemCASecret`. */
  readonly perResourceSystemSecret: boolean;
  /** Provider `Custom` with infrastructure `Host`: loopback addresses are allowed. */
  readonly runsOnHost: boolean;
  /** `extensionManager` is set: a server of one's own may know further kinds of filters. */
  readonly hasExtensionServer: boolean;
  readonly controllerName: string;
}

const CONTROLLER_NAME = 'gateway.envoyproxy.io/gatewayclass-controller';
const CONFIG_KEY = 'envoy-gateway.yaml';

/**
 * Reads the EnvoyGateway configuration: an EnvoyGateway document, else key `envoy-gateway.yaml` of ConfigMap
 * `envoy-gateway-config`, which is how the installation mounts it.
 */
export function controllerConfig(index: ObjectIndex): ControllerConfig {
  const [document] = index.ofKind(kinds.envoyGateway);
  if (document !== undefined) return read(document, document.value);
  for (const object of index.ofKind(kinds.configMap)) {
    if (object.name !== 'envoy-gateway-config') continue;
    const text = readDataValue(object, CONFIG_KEY)?.text;
    const value = text === undefined ? undefined : parseConfig(text);
    if (value !== undefined) return read(object, value);
  }
  return {
    backendEnabled: undefined,
    sdsSecretRefEnabled: false,
    xListenerSetEnabled: false,
    perResourceSystemSecret: false,
    runsOnHost: false,
    hasExtensionServer: false,
    controllerName: CONTROLLER_NAME,
  };
}

function parseConfig(text: string): JsonValue | undefined {
  const file = { id: CONFIG_KEY, path: CONFIG_KEY, text };
  const { objects } = parseFile(file, { defaultNamespace: '' });
  return objects.find(({ group, kind }) => `${group}/${kind}` === kinds.envoyGateway)?.value;
}

function read(object: ManifestObject, value: JsonValue): ControllerConfig {
  const infrastructure = ['provider', 'custom', 'infrastructure', 'type'];
  return {
    object,
    backendEnabled: booleanAt(value, ['extensionApis', 'enableBackend']) === true,
    sdsSecretRefEnabled: booleanAt(value, ['extensionApis', 'enableSDSSecretRef']) === true,
    xListenerSetEnabled: itemsAt(value, ['gatewayAPI', 'enabled']).includes('XListenerSet'),
    perResourceSystemSecret: itemsAt(value, ['runtimeFlags', 'enabled']).includes(
      'PerResourceSystemCASecret',
    ),
    runsOnHost: stringAt(value, infrastructure) === 'Host',
    hasExtensionServer: valueAt(value, ['extensionManager']) !== undefined,
    controllerName: stringAt(value, ['gateway', 'controllerName']) ?? CONTROLLER_NAME,
  };
}
