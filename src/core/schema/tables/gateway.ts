import {
  annotationKeyRules,
  frontendPortsUnique,
  hostnameAddressesUnique,
  hostnameAddressForm,
  ipAddressesUnique,
  labelKeyRules,
  statusHostnameForm,
} from '../rules/gateway-rules.ts';
import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { listeners, listenerStatuses, namespacesFrom } from './listeners.ts';
import {
  atomic,
  choice,
  int32,
  listMap,
  map,
  obj,
  str,
  text,
  when,
  withDefault,
} from './notation.ts';
import {
  addressType,
  annotationValue,
  conditions,
  labelValue,
  localObjectReference,
  objectName,
  objectReference,
  port,
  secretReference,
  waitingConditions,
} from './shared-types.ts';

/** An address is either no IPAddress or one that reads as IPv4 or IPv6. */
const ipOrOther: readonly StructuralSchema[] = [
  {
    properties: {
      type: { enum: ['IPAddress'] },
      value: { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] },
    },
  },
  { properties: { type: { not: { enum: ['IPAddress'] } } } },
];

/**
 * Gateway v1 and v1beta1. Source: `apis/v1/gateway_types.go`. `spec.backendTLS` (experimental, v1.2-v1.3) became
 * `spec.tls.backend`: experimental since v1.4, standard since v1.5.
 */
export function gateway(edition: Edition): StructuralSchema {
  const specAddress = obj(
    { type: addressType, value: str({ maxLength: 253 }) },
    { oneOf: ipOrOther, rules: [hostnameAddressForm] },
  );
  const from = namespacesFrom(['All', 'Selector', 'Same', 'None'], 'None');
  const clientCertificate = obj({ clientCertificateRef: secretReference });
  return obj({
    'spec!': obj({
      addresses: atomic(specAddress, {
        maxItems: 16,
        rules: [ipAddressesUnique, hostnameAddressesUnique],
      }),
      ...when(edition.has('1.3', '1.5'), { allowedListeners: obj({ namespaces: from }) }),
      ...when(edition.experimental && !edition.since('1.4'), { backendTLS: clientCertificate }),
      ...when(edition.has('1.4'), { defaultScope: choice(['All', 'None']) }),
      'gatewayClassName!': objectName,
      infrastructure: infrastructure(edition),
      'listeners!': listeners(edition),
      ...when(edition.has('1.4', '1.5'), {
        tls: obj({ backend: clientCertificate, frontend: frontendTls(edition) }),
      }),
    }),
    status: gatewayStatus(edition),
  });
}

function infrastructure(edition: Edition): StructuralSchema {
  return obj({
    annotations: map(annotationValue, {
      maxProperties: edition.since('1.6') ? 16 : 8,
      rules: annotationKeyRules,
    }),
    labels: map(labelValue, { maxProperties: 8, rules: labelKeyRules }),
    parametersRef: localObjectReference,
  });
}

/** How clients are asked for a certificate. */
function frontendTls(edition: Edition): StructuralSchema {
  const config = obj({
    validation: obj({
      'caCertificateRefs!': atomic(objectReference, {
        minItems: 1,
        maxItems: edition.since('1.6') ? 16 : 8,
      }),
      mode: choice(['AllowValidOnly', 'AllowInsecureFallback'], 'AllowValidOnly'),
    }),
  });
  return obj({
    'default!': config,
    perPort: listMap('port', obj({ 'port!': port, 'tls!': config }), {
      maxItems: 64,
      rules: [frontendPortsUnique],
    }),
  });
}

function gatewayStatus(edition: Edition): StructuralSchema {
  const waiting = waitingConditions('Accepted', 'Programmed');
  const address = obj(
    { type: addressType, 'value!': text(1, 253) },
    { oneOf: ipOrOther, rules: [statusHostnameForm] },
  );
  const status = obj({
    addresses: atomic(address, { maxItems: 16 }),
    ...when(edition.since('1.5'), { attachedListenerSets: int32() }),
    conditions: conditions({ maxItems: 8, default: waiting }),
    listeners: listenerStatuses,
  });
  return withDefault(status, { conditions: waiting });
}
