import type { LossParams, LossWording } from './types.ts';

/** What a target cannot be told about TLS parameters. */
export type ParameterCode =
  | 'TLS-VERSIONS'
  | 'NO-VERSION'
  | 'CIPHER-SUITES'
  | 'GROUPS'
  | 'SIGNATURE-ALGORITHMS'
  | 'ALPN'
  | 'ALPN-ON'
  | 'ALPN-NOT-SPOKEN'
  | 'PARAMETERS-HELD'
  | 'RENEGOTIATION';

/** Texts for {@link ParameterCode}: what is lost, and what the target does in its place. */
export const parameterWording: Readonly<Record<ParameterCode, LossWording>> = {
  'TLS-VERSIONS': wording(
    ({ value = '' }) => `has no field that says ${value}`,
    {
      nginx: 'nginx offers TLS 1.2 and 1.3.',
      agentgateway: 'It offers TLS 1.2 and 1.3.',
      envoy: 'Envoy offers TLS 1.2 alone.',
    },
    'proxy_ssl_protocols',
    'Limit the versions at the backend.',
  ),
  'NO-VERSION': {
    fact: ({ target = '', value = '' }) =>
      `The TLS versions ${value} leave none, so that no connection was made; ${target} does not admit such a range and keeps its own.`,
    source: () => 'Envoy Gateway TLSSettings: minVersion must be smaller or equal to maxVersion',
    offer: () => 'Write the range that was meant.',
  },
  'CIPHER-SUITES': wording(
    () => 'has no field for cipher suites',
    {
      nginx: 'nginx offers the list DEFAULT of OpenSSL.',
      agentgateway: 'It offers ECDHE with AES-GCM in TLS 1.2, and the AES suites of TLS 1.3.',
      envoy: "Envoy's own list holds.",
    },
    'proxy_ssl_ciphers',
    'Limit the cipher suites at the backend.',
  ),
  GROUPS: wording(
    ({ value = '' }) => `cannot be told to offer the groups ${value}`,
    {
      nginx: 'nginx offers the default groups of OpenSSL.',
      agentgateway: 'keyExchangeGroups knows X25519, P-256, P-384 and X25519_MLKEM768.',
      envoy: 'Envoy offers X25519 and P-256.',
    },
    'proxy_ssl_conf_command Groups',
    'Limit the groups at the backend.',
  ),
  'SIGNATURE-ALGORITHMS': wording(
    () => 'has no field for signature algorithms',
    {
      nginx: 'nginx takes the default ones of OpenSSL.',
      agentgateway: 'It takes those of rustls with aws-lc-rs.',
      envoy: "Envoy's own list holds.",
    },
    'proxy_ssl_conf_command SignatureAlgorithms',
    'Give the backend a certificate that is signed as it should be.',
  ),
  ALPN: {
    fact: ({ target = '', value = '' }) =>
      `${target} cannot be told to offer ${value} by ALPN: ${target.startsWith('NGINX') ? 'nginx offers no application protocol to backends of an HTTPRoute' : 'the release has no field for it, and none is offered'}.`,
    source: ({ target = '' }) =>
      target.startsWith('NGINX')
        ? 'nginx ngx_http_proxy_module'
        : 'kgateway backend_config_policy_types.go',
    offer: () => 'Let the backend do without ALPN.',
  },
  'ALPN-ON': {
    fact: ({ target = '' }) =>
      `ALPN was off. ${target} always offers a list: h2 and http/1.1 where none is written.`,
    source: () => 'agentgateway agentgateway_policy_types.go BackendTLS.alpnProtocols',
    offer: () => 'Name in alpnProtocols what the backend speaks.',
  },
  'ALPN-NOT-SPOKEN': {
    fact: ({ target = '', value = '' }) =>
      `${target} speaks the HTTP version that the Service port or Backend says, whatever ALPN agrees on: with ${value} on offer the backend could choose another one. No protocol is offered.`,
    source: () => 'Envoy HttpProtocolOptions: explicit_http_config',
    offer: () =>
      'Give the Service port appProtocol http2 where the backend speaks HTTP/2, and offer h2 alone.',
  },
  'PARAMETERS-HELD': {
    fact: ({ target = '', value = '' }) =>
      `${value} The defaults of ${target} hold in the place of this field.`,
    source: ({ target = '' }) =>
      target.startsWith('Envoy')
        ? 'Envoy Gateway internal/gatewayapi/backendtlspolicy.go'
        : 'kgateway and agentgateway: precedence of a BackendTLSPolicy over their own policies',
    offer: ({ target = '' }) =>
      target.startsWith('Envoy')
        ? 'Give backends that need other parameters a Gateway of their own.'
        : "Write the parameters into the target's own policy by hand.",
  },
  RENEGOTIATION: {
    fact: ({ target = '' }) => `${target} never lets the backend renegotiate TLS 1.2.`,
    source: () => 'kgateway BackendConfigPolicy.spec.tls.allowRenegotiation',
    offer: () => 'Let the backend do without renegotiation.',
  },
};

/** `envoy` is for releases that have no field yet. */
function wording(
  fact: (params: LossParams) => string,
  instead: Readonly<Record<'nginx' | 'agentgateway' | 'envoy', string>>,
  directive: string,
  otherwise: string,
): LossWording {
  const kindOf = ({ target = '' }: LossParams) => {
    if (target.startsWith('NGINX')) return 'nginx';
    return target.startsWith('agentgateway') ? 'agentgateway' : 'envoy';
  };
  const sources = {
    nginx: `nginx ${directive.split(' ')[0] ?? ''}`,
    agentgateway: 'agentgateway agentgateway_policy_types.go BackendTLS',
    envoy: 'kgateway backend_config_policy_types.go; Envoy TlsParameters',
  };
  return {
    fact: (params) => `${params.target ?? ''} ${fact(params)}. ${instead[kindOf(params)]}`,
    source: (params) => sources[kindOf(params)],
    offer: (params) =>
      kindOf(params) === 'nginx'
        ? `Write ${directive} in a SnippetsFilter, where the installation allows snippets.`
        : otherwise,
  };
}
