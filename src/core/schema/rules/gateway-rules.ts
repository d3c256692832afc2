import type { JsonObject } from '../../manifest/types.ts';
import { has, listRule, objectAt, objectRule, sizeOf, textAt, textsRule } from './rule.ts';

const SOURCE = 'gateway-api apis/v1/gateway_types.go';
const HOSTNAME = /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const METADATA_KEY =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$/;
const MATCHING =
  '(matching ^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$)';

const oneOf = (values: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && values.includes(value);

/** `spec.listeners` (v0.8). */
export const noTlsWithoutTls = listRule(
  'noTlsWithoutTls',
  "tls must not be specified for protocols ['HTTP', 'TCP', 'UDP']",
  `${SOURCE} GatewaySpec.listeners (v0.8)`,
  (listeners) =>
    listeners.every((one) => !oneOf(['HTTP', 'TCP', 'UDP'], one.protocol) || !has(one, 'tls')),
);

/** `spec.listeners` (v1.0); only a listener that has `tls` is asked. */
export const httpsTerminates = listRule(
  'httpsTerminates',
  'tls mode must be Terminate for protocol HTTPS',
  `${SOURCE} GatewaySpec.listeners (v1.0)`,
  (listeners) =>
    listeners.every(
      (one) =>
        one.protocol !== 'HTTPS' || !has(one, 'tls') || oneOf(['', 'Terminate'], modeOf(one)),
    ),
);

/** `spec.listeners` (v1.5). */
export const tlsHasMode = listRule(
  'tlsHasMode',
  'tls mode must be set for protocol TLS',
  `${SOURCE} GatewaySpec.listeners (v1.5)`,
  (listeners) => listeners.every((one) => one.protocol !== 'TLS' || modeOf(one) !== ''),
);

function modeOf(listener: JsonObject): string {
  return textAt(objectAt(listener, 'tls'), 'mode');
}

/** `spec.listeners` (v0.8). */
export const noHostnameWithoutNames = listRule(
  'noHostnameWithoutNames',
  "hostname must not be specified for protocols ['TCP', 'UDP']",
  `${SOURCE} GatewaySpec.listeners (v0.8)`,
  (listeners) =>
    listeners.every(
      (one) => !oneOf(['TCP', 'UDP'], one.protocol) || textAt(one, 'hostname') === '',
    ),
);

/** `spec.listeners` (v0.8). */
export const listenerNamesUnique = listRule(
  'listenerNamesUnique',
  'Listener name must be unique within the Gateway',
  `${SOURCE} GatewaySpec.listeners (v0.8)`,
  (listeners) => unique(listeners.map((one) => JSON.stringify(one.name))),
);

/** `spec.listeners` (v0.8). A listener without port (XListenerSet) is not asked. */
export const listenersDistinct = listRule(
  'listenersDistinct',
  'Combination of port, protocol and hostname must be unique for each listener',
  `${SOURCE} GatewaySpec.listeners (v0.8)`,
  (listeners) =>
    unique(
      listeners
        .filter((one) => has(one, 'port'))
        .map(({ port, protocol, hostname }) => JSON.stringify([port, protocol, hostname])),
    ),
);

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

/**
 * `spec.listeners[].tls` (v0.8). With neither field the server prints CEL's own error; either alone is enough, because
 * `||` takes the side that has an answer.
 */
export const terminateHasCertificates = objectRule(
  'terminateHasCertificates',
  'certificateRefs or options must be specified when mode is Terminate',
  `${SOURCE} ListenerTLSConfig (v0.8)`,
  (it) => {
    if (it.mode !== 'Terminate') return true;
    if (sizeOf(it.certificateRefs) > 0 || sizeOf(it.options) > 0) return true;
    const missing = ['certificateRefs', 'options'].find((field) => !has(it, field));
    return missing === undefined ? false : { kind: 'error', error: `no such key: ${missing}` };
  },
);

/** `spec.tls.frontend.perPort` (v1.4). */
export const frontendPortsUnique = listRule(
  'frontendPortsUnique',
  'Port for TLS configuration must be unique within the Gateway',
  `${SOURCE} FrontendTLSConfig.perPort (v1.4)`,
  (entries) => unique(entries.map((one) => JSON.stringify(one.port))),
);

const addressesUnique = (type: string) => (addresses: readonly JsonObject[]) =>
  unique(
    addresses
      .filter((one) => one.type === type && has(one, 'value'))
      .map((one) => JSON.stringify(one.value)),
  );

/** `spec.addresses` (v0.8). */
export const ipAddressesUnique = listRule(
  'ipAddressesUnique',
  'IPAddress values must be unique',
  `${SOURCE} GatewaySpec.addresses (v0.8)`,
  addressesUnique('IPAddress'),
);

/** `spec.addresses` (v0.8). */
export const hostnameAddressesUnique = listRule(
  'hostnameAddressesUnique',
  'Hostname values must be unique',
  `${SOURCE} GatewaySpec.addresses (v0.8)`,
  addressesUnique('Hostname'),
);

/** `spec.addresses[]` (v0.8, empty values since v1.3). */
export const hostnameAddressForm = objectRule(
  'hostnameAddressForm',
  `Hostname value must be empty or contain only valid characters ${MATCHING}`,
  `${SOURCE} GatewaySpecAddress (v1.3)`,
  (it) => it.type !== 'Hostname' || !has(it, 'value') || HOSTNAME.test(textAt(it, 'value')),
);

/** `status.addresses[]` (v0.8). */
export const statusHostnameForm = objectRule(
  'statusHostnameForm',
  `Hostname value must only contain valid characters ${MATCHING}`,
  `${SOURCE} GatewayStatusAddress (v0.8)`,
  (it) => it.type !== 'Hostname' || HOSTNAME.test(textAt(it, 'value')),
);

const metadataKeys = (word: string, article: string) => [
  textsRule(
    `${word.toLowerCase()}KeyForm`,
    `${word} keys must be in the form of an optional DNS subdomain prefix followed by a required name segment of up to 63 characters.`,
    `${SOURCE} GatewayInfrastructure (v1.1)`,
    (keys) => keys.every((key) => METADATA_KEY.test(key)),
  ),
  textsRule(
    `${word.toLowerCase()}KeyPrefixLength`,
    `If specified, the ${article} key's prefix must be a DNS subdomain not longer than 253 characters in total.`,
    `${SOURCE} GatewayInfrastructure (v1.1)`,
    (keys) => keys.every((key) => (key.split('/')[0] ?? '').length < 253),
  ),
];

/** `spec.infrastructure.labels` (v1.1). */
export const labelKeyRules = metadataKeys('Label', 'label');

/** `spec.infrastructure.annotations` (v1.1). */
export const annotationKeyRules = metadataKeys('Annotation', 'annotation');
