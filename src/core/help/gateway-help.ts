import type { HelpTable } from './field-help.ts';

const routeNamespaces = {
  text: 'From which namespaces routes may attach to the listener.',
  values: [
    { value: 'Same', note: 'The namespace of the Gateway.' },
    { value: 'All', note: 'Every namespace.' },
    { value: 'Selector', note: 'Namespaces whose labels match selector.' },
  ],
};

const listeners: HelpTable = {
  'spec.listeners.name': {
    text: 'Names the listener for sectionName of a parentRef; unique here.',
  },
  'spec.listeners.hostname': {
    text: 'The listener serves this host only; *.example.com stands for names with one or more labels in front. Without it, all hosts.',
  },
  'spec.listeners.protocol': {
    text: 'What clients speak on the port. TLS to backends does not depend on it.',
    values: [
      { value: 'HTTP', note: 'Plain HTTP. tls must not be written.' },
      { value: 'HTTPS', note: 'HTTP over TLS that ends at the gateway.' },
      { value: 'TLS', note: 'TLS for TLSRoutes; tls.mode must be written.' },
      { value: 'TCP', note: 'Bytes, for TCPRoutes.' },
      { value: 'UDP', note: 'Datagrams, for UDPRoutes.' },
    ],
  },
  'spec.listeners.tls.mode': {
    text: 'Terminate ends the TLS of the client here. Passthrough hands it to the backend as it is: no policy for backend TLS applies then.',
  },
  'spec.listeners.tls.certificateRefs': {
    text: 'Secrets of type kubernetes.io/tls with the certificate that clients see. One of another namespace needs a ReferenceGrant there.',
  },
  'spec.listeners.allowedRoutes.namespaces.from': routeNamespaces,
};

/** Gateway. Source: Gateway API `gateway_types.go`; client certificate: the four controllers. */
export const gatewayHelp: HelpTable = {
  ...listeners,
  'spec.gatewayClassName': {
    text: 'The GatewayClass, and through its controllerName the implementation that runs this Gateway.',
  },
  'spec.tls.backend': {
    text: 'How this Gateway appears to backends. It turns no TLS on: a backend needs a policy for that.',
  },
  'spec.tls.backend.clientCertificateRef': {
    text: 'Secret with the certificate and key that the Gateway shows to backends that ask for one: the client side of mutual TLS. In another namespace it needs a ReferenceGrant.',
    readBy: {
      'nginx-gateway-fabric': 'since 2.3; the Secret must be of type kubernetes.io/tls',
      'envoy-gateway': 'since 1.8; replaces the client certificate of EnvoyProxy',
      kgateway: 'since 2.3; replaces the client certificate of a BackendConfigPolicy',
      agentgateway: 'read',
    },
  },
  'spec.tls.frontend': {
    text: 'How clients of the Gateway are asked for a certificate. It has nothing to do with backends.',
  },
  'spec.infrastructure.parametersRef': {
    text: 'Settings of the implementation for this Gateway, in its own namespace: an EnvoyProxy or NginxProxy.',
  },
};

export const listenerSetHelp: HelpTable = {
  ...listeners,
  'spec.parentRef': { text: 'The Gateway that gets these listeners; it has to allow them.' },
};

export const gatewayClassHelp: HelpTable = {
  'spec.controllerName': {
    text: 'The controller that runs Gateways of this class.',
    values: [
      { value: 'gateway.nginx.org/nginx-gateway-controller', note: 'NGINX Gateway Fabric' },
      { value: 'gateway.envoyproxy.io/gatewayclass-controller', note: 'Envoy Gateway' },
      { value: 'kgateway.dev/kgateway', note: 'kgateway' },
      { value: 'agentgateway.dev/agentgateway', note: 'agentgateway' },
    ],
  },
  'spec.parametersRef': {
    text: 'Settings for all Gateways of the class. Envoy Gateway looks for an EnvoyProxy in namespace default when none is written.',
  },
};

export const referenceGrantHelp: HelpTable = {
  'spec.from': {
    text: 'Who may point here: kind and namespace of the objects that hold the reference.',
  },
  'spec.to': { text: 'What they may point at in the namespace of the grant.' },
  'spec.to.name': { text: 'This one object only. Without a name, every one of the kind.' },
};
