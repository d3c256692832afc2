/** Why parameters that the target has fields for cannot be written. */
export type HeldReason =
  | 'gateways-differ'
  | 'no-backend'
  | 'backends-differ'
  | 'client-far'
  | 'other-proxy'
  | 'other-policy'
  | 'backend-elsewhere'
  | 'several-policies'
  | 'no-ca-text'
  | 'names-of-other-kinds'
  | 'several-authorities'
  | 'client-elsewhere'
  | 'authority-of-client';

/** One sentence for each. */
export const heldWords: Readonly<Record<HeldReason, string>> = {
  'gateways-differ':
    'The Gateways that reach this backend have different parameters, and the target has one place for all of them.',
  'no-backend':
    'No backend of the Gateway is reached by TLS, so that there is nothing to write it for.',
  'backends-differ':
    'EnvoyProxy.spec.backendTLS holds for every backend of a Gateway, and the backends of this one have different parameters.',
  'client-far':
    'Envoy Gateway reads EnvoyProxy.spec.backendTLS only without Gateway.spec.tls.backend, which has to stay: the Secret that it names lies in another namespace, where the EnvoyProxy of the Gateway could not name it.',
  'other-proxy':
    'The Gateway or its class names an EnvoyProxy already, which more Gateways share or which is not among the files.',
  'other-policy':
    "A policy of the target's own already says something else about TLS to this backend and to others.",
  'backend-elsewhere':
    'A Gateway of another implementation reaches this backend too and needs its BackendTLSPolicy, which goes before the policies that have such fields.',
  'several-policies':
    'The backend has several BackendTLSPolicies, or one for a port, which go before the policies that have such fields.',
  'no-ca-text':
    'The BackendTLSPolicy has to stay, and goes before the policies that have such fields: the text of its CA is not among the files, so that it cannot be put into a Secret.',
  'names-of-other-kinds':
    'The BackendTLSPolicy has to stay, and goes before a BackendConfigPolicy: it names a URI, and there are only DNS names there.',
  'several-authorities':
    'The BackendTLSPolicy has to stay, and goes before an AgentgatewayPolicy: it names several CAs, and there is room for one there.',
  'client-elsewhere':
    'The BackendTLSPolicy has to stay, and goes before an AgentgatewayPolicy, which would need the client certificate of every Gateway in a Secret beside itself.',
  'authority-of-client':
    'The BackendTLSPolicy has to stay, and goes before an AgentgatewayPolicy: there the ca.crt beside the client certificate would take the place of the CAs of the system.',
};
