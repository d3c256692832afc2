import type { Wording } from '../../model/index.ts';
import { sentences, when, word } from './words.ts';

/** Findings about Gateways, routes and the backends that routes name. */
export type RouteFindingCode =
  | 'GATEWAY-CLASS-UNKNOWN'
  | 'CLIENT-CERTIFICATE-NEVER-SENT'
  | 'ROUTE-NOT-ATTACHED'
  | 'ROUTE-SEVERAL-PARENTS'
  | 'ROUTE-NAMESPACE-LABELS-UNKNOWN'
  | 'BACKEND-PORT-NOT-FOUND'
  | 'BACKEND-PORT-NOT-GIVEN'
  | 'BACKEND-NOT-READ'
  | 'BACKEND-EXTERNAL-NAME'
  | 'SERVICE-SELECTS-NOTHING';

/** Texts for {@link RouteFindingCode}. */
export const routeWording: Record<RouteFindingCode, Wording> = {
  'GATEWAY-CLASS-UNKNOWN': {
    title: (params) => `Not known which implementation runs ${word(params, 'object')}`,
    detail: (params) => word(params, 'evidence'),
    action: () =>
      'Add the GatewayClass with its controllerName, or choose the implementation in the inspector.',
    source: 'Gateway API gatewayclass_types.go: controllerName',
  },
  'CLIENT-CERTIFICATE-NEVER-SENT': {
    title: (params) => `${word(params, 'object')} has a client certificate that is never presented`,
    detail: (params) =>
      `spec.tls.backend.clientCertificateRef does not make a connection use TLS; a BackendTLSPolicy on the Service does. ${word(params, 'backends')} has none, so the gateway speaks plain HTTP to it.`,
    action: () => 'Add a BackendTLSPolicy that targets the Service.',
    source: 'Gateway API gateway_types.go L633-638; GEP-1897',
  },
  'ROUTE-NOT-ATTACHED': {
    title: (params) => `${word(params, 'object')} is not attached to ${word(params, 'parent')}`,
    detail: (params) => `${word(params, 'reason')}: ${word(params, 'message')}`,
    action: (params) => word(params, 'remedy'),
    source: 'Gateway API shared_types.go: route condition reasons',
  },
  'ROUTE-SEVERAL-PARENTS': {
    title: (params) => `${word(params, 'object')} has ${word(params, 'count')} parents`,
    detail: (params) =>
      `It serves ${word(params, 'parents')}. Each is a connection of its own and may have another client certificate and implementation.`,
    action: () => 'Choose the connection to look at in the handshake view.',
    source: 'Gateway API shared_types.go: parentRefs',
  },
  'ROUTE-NAMESPACE-LABELS-UNKNOWN': {
    title: (params) =>
      `Not known whether ${word(params, 'parent')} takes ${word(params, 'object')}`,
    detail: (params) =>
      `The listener selects namespaces by label and Namespace ${word(params, 'namespace')} is not among the files. It is taken to match.`,
    action: (params) => `Add Namespace ${word(params, 'namespace')} with its labels.`,
    source: 'Gateway API gateway_types.go: allowedRoutes.namespaces.selector',
  },
  'BACKEND-PORT-NOT-FOUND': {
    title: (params) => `${word(params, 'target')} has no port ${word(params, 'port')}`,
    detail: (params) =>
      sentences(
        `${word(params, 'object')} sends requests to it in ${word(params, 'field')}.`,
        when(params, 'ports', (ports) => `Ports that exist: ${ports}.`),
        'The gateway answers with 500.',
      ),
    action: (params) =>
      when(params, 'closest', (port) => `Write port: ${port}, or add the port to the Service.`) ||
      'Add the port to the Service.',
    source: 'Gateway API httproute_types.go: BackendNotFound',
  },
  'BACKEND-PORT-NOT-GIVEN': {
    title: (params) => `${word(params, 'object')} names ${word(params, 'target')} without a port`,
    detail: () => 'The API server refuses the route: Must have port for Service reference.',
    action: (params) => `Add port to ${word(params, 'field')}.`,
    source: 'Gateway API object_reference_types.go: CEL rule of BackendObjectReference',
  },
  'BACKEND-NOT-READ': {
    title: (params) => `Not known where ${word(params, 'target')} leads`,
    detail: (params) => word(params, 'why'),
    action: () => 'Nothing is concluded for this connection.',
    source: 'Gateway API httproute_types.go: backendRefs may name any kind',
  },
  'BACKEND-EXTERNAL-NAME': {
    title: (params) => `${word(params, 'target')} is of type ExternalName`,
    detail: (params) =>
      `It stands for the host ${word(params, 'host')}. Gateway API says that implementations should not support ExternalName backends (CVE-2021-25740).`,
    action: () => 'Use a Backend of your gateway, or a Service with endpoints.',
    source: 'Gateway API object_reference_types.go L117-125',
  },
  'SERVICE-SELECTS-NOTHING': {
    title: (params) => `${word(params, 'object')} selects no workload among the files`,
    detail: (params) => `No pod template of its namespace carries ${word(params, 'labels')}.`,
    action: () =>
      'Add the Deployment, StatefulSet or Pod, or assign the certificates that the backend presents.',
    source: 'Kubernetes API: Service.spec.selector',
  },
};
