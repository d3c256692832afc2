import type { FieldHelp, HelpTable } from './field-help.ts';

const versions: FieldHelp = {
  text: 'TLS version for connections to backends. Without it Envoy Gateway offers 1.2 to 1.3 (before 1.8.3, up to 1.2).',
};
const alpn: FieldHelp = {
  text: 'Protocols offered in the handshake. Without it they follow from the protocol of the backend; an empty list offers none.',
};

/** EnvoyProxy of Envoy Gateway. Source: `api/v1alpha1/envoyproxy_types.go` and `backendtlspolicy.go`. */
export const envoyProxyHelp: HelpTable = {
  'spec.backendTLS': {
    text: 'Client certificate and TLS settings for all backends. It turns no TLS on: a backend needs a BackendTLSPolicy or Backend.spec.tls for that.',
  },
  'spec.backendTLS.clientCertificateRef': {
    text: 'Secret with the certificate and key to show to backends. It must be in the namespace of the EnvoyProxy. A Gateway with spec.tls.backend does without it.',
  },
  'spec.backendTLS.minVersion': versions,
  'spec.backendTLS.maxVersion': versions,
  'spec.backendTLS.alpnProtocols': alpn,
  'spec.backendTLS.fingerprints': {
    text: 'For connections of clients; backends see nothing of it.',
  },
};

/** Backend of Envoy Gateway. Source: `api/v1alpha1/backend_types.go`. */
export const envoyBackendHelp: HelpTable = {
  'spec.endpoints': {
    text: 'Where the backend is: each one a fqdn, an ip or a unix socket. Names and addresses cannot be mixed. Envoy Gateway reads Backends only with extensionApis.enableBackend.',
  },
  'spec.tls': {
    text: 'Turns TLS on for this Backend. What a BackendTLSPolicy on it says wins, field by field.',
  },
  'spec.tls.caCertificateRefs': {
    text: 'ConfigMaps or Secrets of the namespace with the trust anchors, under ca.crt.',
  },
  'spec.tls.clientCertificateRef': {
    text: 'Client certificate for this Backend, before that of the Gateway or EnvoyProxy. Read since 1.6; the Secret must be in the namespace of the Backend.',
  },
  'spec.tls.insecureSkipVerify': {
    text: 'Takes every server certificate. It stays in force even where a BackendTLSPolicy names a CA.',
  },
  'spec.tls.sni': {
    text: 'Sent as SNI and, without other names, the name checked. Read since 1.6. Without it the host of the request is sent.',
  },
  'spec.tls.autoSNIFromEndpointHostname': {
    text: 'Sends the hostname of the endpoint as SNI. Read since 1.9; not together with sni.',
  },
  'spec.tls.wellKnownCACertificates': {
    text: 'Trusts the CA bundle of the proxy, in place of caCertificateRefs.',
    values: [{ value: 'System', note: 'The CA bundle in the image of the proxy.' }],
  },
  'spec.tls.minVersion': versions,
  'spec.tls.maxVersion': versions,
  'spec.tls.alpnProtocols': alpn,
};
