import type { HelpTable } from './field-help.ts';

/**
 * BackendTLSPolicy. Source: Gateway API GEP-1897 and the reading of the four controllers that `core/implementations`
 * is made from.
 */
export const backendTlsPolicyHelp: HelpTable = {
  'spec.targetRefs': {
    text: 'The backends that the gateway speaks TLS to. They are looked up in the namespace of the policy; a policy of another namespace does nothing.',
    readBy: {
      'nginx-gateway-fabric': 'Service',
      'envoy-gateway': 'Service, ServiceImport, Backend',
      kgateway: 'Service, Backend',
      agentgateway: 'Service, AgentgatewayBackend, InferencePool',
    },
  },
  'spec.targetRefs.sectionName': {
    text: 'Narrows the policy to one port of the target.',
    readBy: {
      'nginx-gateway-fabric':
        'name of the port; an older policy for the whole Service still wins over it',
      'envoy-gateway':
        'name of a Service port, number of a Backend port; wins over the whole target',
      kgateway: 'name of the port; wins over the whole target',
      agentgateway: 'name or number of the port',
    },
  },
  'spec.validation': {
    text: 'What the gateway demands of the server certificate: who issued it and which name stands in it.',
  },
  'spec.validation.hostname': {
    text: 'Sent to the backend as SNI, and the name that its certificate must hold. A certificate with names is compared by its subject alternative names, not by its common name.',
    readBy: {
      'nginx-gateway-fabric': 'SNI and the name checked, whatever subjectAltNames say',
      'envoy-gateway': 'SNI; the name checked when there are no subjectAltNames',
      kgateway: 'SNI; the name checked when there are no subjectAltNames',
      agentgateway: 'SNI; the name checked when there are no subjectAltNames',
    },
  },
  'spec.validation.caCertificateRefs': {
    text: 'Where the trust anchors stand: the CA certificates that the chain of the backend must lead to. They are looked up in the namespace of the policy.',
    readBy: {
      'nginx-gateway-fabric': 'one reference only; ConfigMap or Secret, key ca.crt',
      'envoy-gateway':
        'all of them; ConfigMap, Secret or ClusterTrustBundle, key ca.crt (or the only key)',
      kgateway: 'the first one only; ConfigMap, since 2.2 Secret, key ca.crt',
      agentgateway: 'all of them; ConfigMap only, key ca.crt',
    },
  },
  'spec.validation.wellKnownCACertificates': {
    text: 'Trusts the CAs of the system that the gateway runs on, in place of caCertificateRefs. A CA of your own is not among them.',
    values: [{ value: 'System', note: 'The CA bundle in the image of the proxy.' }],
  },
  'spec.validation.subjectAltNames': {
    text: 'Names of which one must stand in the certificate; validation.hostname then is only sent as SNI.',
    readBy: {
      'nginx-gateway-fabric': 'ignored, without a condition that says so',
      'envoy-gateway': 'any one must match',
      kgateway: 'any one must match, since 2.1',
      agentgateway: 'any one must match',
    },
  },
  'spec.options': {
    text: 'Settings that only one implementation knows.',
    readBy: {
      'nginx-gateway-fabric': 'ignored',
      kgateway: 'ignored',
      agentgateway: 'ignored',
    },
  },
};

/** BackendConfigPolicy of kgateway. Source: `backend_config_policy_types.go` and its translator. */
export const backendConfigPolicyHelp: HelpTable = {
  'spec.targetRefs': {
    text: 'Services and Backends of the namespace that the settings are for. There is no sectionName: they hold for all ports.',
    readBy: {
      kgateway: 'read; a BackendTLSPolicy on the same backend replaces its TLS',
      agentgateway: 'ignored with the whole policy',
    },
  },
  'spec.tls': {
    text: 'TLS to the backend. Exactly one of secretRef, files, insecureSkipVerify and wellKnownCACertificates must be there, even if it says false.',
  },
  'spec.tls.secretRef': {
    text: 'One Secret of the namespace for both directions: ca.crt is the trust anchor for the server, tls.crt and tls.key are the client certificate. Without ca.crt every server certificate is taken.',
  },
  'spec.tls.sni': {
    text: 'Sent as SNI. It adds no check of the name in the certificate, and without it no SNI is sent.',
  },
  'spec.tls.verifySubjectAltNames': {
    text: 'DNS names of which one must stand in the server certificate. Without this list no name is checked. It needs a CA.',
  },
  'spec.tls.insecureSkipVerify': {
    text: 'Takes every server certificate. Even false, standing alone, brings no CA and so verifies nothing.',
  },
  'spec.tls.wellKnownCACertificates': {
    text: 'Trusts the CA bundle of the proxy. Any text but System is taken by the API server and verifies nothing.',
    values: [{ value: 'System', note: 'The CA bundle in the image of the proxy.' }],
  },
  'spec.tls.simpleTLS': {
    text: 'One-way TLS: the client certificate of the Secret is not sent. How the server is verified stays the same.',
  },
  'spec.tls.files': {
    text: 'Paths inside the container of the proxy, not in the manifests.',
  },
  'spec.tls.parameters.maxVersion': {
    text: 'Newest TLS version to offer. AUTO ends at 1.2, so a backend that speaks TLS 1.3 only needs 1.3 here.',
  },
  'spec.tls.parameters.minVersion': {
    text: 'Oldest TLS version to accept. 1.3 needs maxVersion 1.3 as well, because AUTO ends at 1.2.',
  },
};
