import type { GatewayEngine } from '../exchange/types.ts';

/** How sentences about the gateway's own part differ between data planes. */
export interface DataPlaneWords {
  /** In sentences: `NGINX`. */
  readonly name: string;
  /** As the process that loads files: `nginx loads`. */
  readonly process: string;
  /** What happens when it refuses the backend's certificate. */
  readonly afterwards: string;
  /** Step 9: when the certificate was looked at. */
  readonly completes: string;
  readonly completesRule: string;
  /** When names are compared. */
  readonly nameOrder: string;
  readonly nameRule: string;
  /** What follows from files that it refuses, before its own words for it. */
  readonly refusesFiles: string;
  readonly pairRule: string;
  readonly trustRule: string;
}

const NGINX: DataPlaneWords = {
  name: 'NGINX',
  process: 'nginx',
  afterwards: 'NGINX checks the path after the handshake, then closes the connection.',
  completes:
    'Both sides finish the handshake. NGINX looks at the certificate of the backend only after this, and an nginx backend answers a refused client certificate only over HTTP.',
  completesRule: 'RFC 8446, section 4.4.4; nginx ngx_http_upstream_ssl_handshake',
  nameOrder: 'NGINX compares names only after a good path',
  nameRule: 'OpenSSL X509_check_host as nginx calls it (flags 0); RFC 9525, section 6',
  refusesFiles: 'nginx refuses the whole configuration and keeps the previous one',
  pairRule: 'nginx ngx_ssl_certificate',
  trustRule: 'nginx ngx_ssl_trusted_certificate',
};

const ENVOY: DataPlaneWords = {
  name: 'Envoy',
  process: 'Envoy',
  afterwards:
    'Envoy checks the certificate inside the handshake and breaks it off with an alert, before it shows its own.',
  completes:
    'Both sides finish the handshake. Envoy has looked at the certificate of the backend before this; in TLS 1.3 a backend can refuse the client certificate only after it.',
  completesRule: 'RFC 8446, section 4.4.4; Envoy SslSocket::doHandshake',
  nameOrder: 'Envoy compares names only after a good path',
  nameRule: 'Envoy DefaultCertValidator, match_typed_subject_alt_names; RFC 9525, section 6',
  refusesFiles:
    'Envoy refuses the secret, no Kubernetes status shows it, and a cluster without a good secret answers 503',
  pairRule: 'Envoy TlsContext::loadCertificateChain, loadPrivateKey',
  trustRule: 'Envoy DefaultCertValidator::initializeSslContexts',
};

const RUSTLS: DataPlaneWords = {
  name: 'agentgateway',
  process: 'agentgateway',
  afterwards:
    'agentgateway checks the certificate inside the handshake and breaks it off with an alert, before it shows its own.',
  completes:
    'Both sides finish the handshake. agentgateway has looked at the certificate of the backend before this; in TLS 1.3 a backend can refuse the client certificate only after it.',
  completesRule: 'RFC 8446, section 4.4.4; rustls client_conn',
  nameOrder: 'rustls compares names only after a good path',
  nameRule: 'rustls-webpki verify_is_valid_for_subject_name; RFC 9525, section 6',
  refusesFiles: 'agentgateway refuses the certificate with the configuration that holds it',
  pairRule: 'rustls CertifiedKey::keys_match',
  trustRule: 'rustls RootCertStore',
};

/** The words for one data plane. */
export function dataPlaneWords({ id }: Pick<GatewayEngine, 'id'>): DataPlaneWords {
  switch (id) {
    case 'nginx':
      return NGINX;
    case 'envoy':
      return ENVOY;
    case 'rustls':
      return RUSTLS;
    default:
      return id satisfies never;
  }
}
