import {
  listenerNamesUnique,
  listenersDistinct,
  httpsTerminates,
  noHostnameWithoutNames,
  noTlsWithoutTls,
  terminateHasCertificates,
  tlsHasMode,
} from '../rules/gateway-rules.ts';
import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import {
  atomic,
  choice,
  int32,
  listMap,
  obj,
  rulesWhen,
  text,
  when,
  withDefault,
} from './notation.ts';
import {
  conditions,
  GATEWAY_GROUP,
  group,
  hostname,
  kind,
  labelSelector,
  objectReference,
  options,
  port,
  secretReference,
  sectionName,
} from './shared-types.ts';

const protocol = text(
  1,
  255,
  '^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9]+$',
);
const routeKinds = atomic(obj({ group: withDefault(group, GATEWAY_GROUP), 'kind!': kind }), {
  maxItems: 8,
});

/** From which namespaces something may come. */
export function namespacesFrom(values: readonly string[], fallback: string): StructuralSchema {
  const namespaces = obj({ from: choice(values, fallback), selector: labelSelector });
  return withDefault(namespaces, { from: fallback });
}

const allowedRoutes = withDefault(
  obj({ kinds: routeKinds, namespaces: namespacesFrom(['All', 'Selector', 'Same'], 'Same') }),
  { namespaces: { from: 'Same' } },
);

/**
 * `spec.listeners` of Gateway and ListenerSet. Source: `apis/v1/gateway_types.go` Listener;
 * `tls.frontendValidation` was in the experimental channel up to v1.3.
 */
export function listeners(edition: Edition, extra = { portRequired: true }): StructuralSchema {
  const frontendValidation = obj({
    caCertificateRefs: atomic(objectReference, { minItems: 1, maxItems: 8 }),
  });
  const tls = obj(
    {
      certificateRefs: atomic(secretReference, { maxItems: 64 }),
      ...when(edition.experimental && !edition.since('1.4'), { frontendValidation }),
      mode: choice(['Terminate', 'Passthrough'], 'Terminate'),
      options,
    },
    { rules: [terminateHasCertificates] },
  );
  const listener = obj({
    allowedRoutes,
    hostname,
    'name!': sectionName,
    ...(extra.portRequired ? { 'port!': port } : { port: int32(0, 65535) }),
    'protocol!': protocol,
    tls,
  });
  const rules = [
    noTlsWithoutTls,
    httpsTerminates,
    ...rulesWhen(edition.since('1.5'), [tlsHasMode]),
    noHostnameWithoutNames,
    listenerNamesUnique,
    listenersDistinct,
  ];
  return listMap('name', listener, { minItems: 1, maxItems: 64, rules });
}

/** `status.listeners` of Gateway and ListenerSet. */
export const listenerStatuses = listMap(
  'name',
  obj({
    'attachedRoutes!': int32(),
    'conditions!': conditions(),
    'name!': sectionName,
    supportedKinds: routeKinds,
  }),
  { maxItems: 64 },
);
