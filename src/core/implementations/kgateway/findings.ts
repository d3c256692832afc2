import type { Wording } from '../../model/index.ts';

type Params = Readonly<Record<string, string>>;

const word = (params: Params, name: string): string => params[name] ?? '…';

/** What kgateway's control plane would report, and what it passes over in silence. */
export type KgatewayFindingCode =
  | 'KGW-POLICY-REFUSED'
  | 'KGW-CONFIG-POLICY-REFUSED'
  | 'KGW-BACKEND-REFUSED'
  | 'KGW-ENVOY-REFUSES'
  | 'KGW-ANY-CERTIFICATE'
  | 'KGW-NAME-UNCHECKED'
  | 'KGW-NO-SNI'
  | 'KGW-NO-TLS-VERSION'
  | 'KGW-CONFIG-POLICY-OVERRIDDEN'
  | 'KGW-TLS-ORDER-RANDOM'
  | 'KGW-CA-REFS-IGNORED'
  | 'KGW-OPTIONS-IGNORED'
  | 'KGW-CLIENT-CERTIFICATE-REFUSED'
  | 'KGW-CLIENT-CERTIFICATE-VERSION'
  | 'KGW-CLIENT-CERTIFICATE-WRAPPED';

const TLS_GO = 'kgateway extensions2/plugins/backendconfigpolicy/tls.go';

/** Params: `object` is `Kind name`; `message` is the condition's. */
export const kgatewayWording: Record<KgatewayFindingCode, Wording> = {
  'KGW-POLICY-REFUSED': {
    title: (params) => `kgateway refuses ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'message')}. Envoy gets no cluster for the backend and answers 500, while the Gateway and the route report no problem.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: 'kgateway extensions2/plugins/backendtlspolicy/plugin.go',
  },
  'KGW-CONFIG-POLICY-REFUSED': {
    title: (params) => `kgateway refuses ${word(params, 'object')}`,
    detail: (params) =>
      `Accepted=False, reason Invalid: ${word(params, 'message')}. Envoy gets no cluster for the backend and answers 500.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: TLS_GO,
  },
  'KGW-BACKEND-REFUSED': {
    title: (params) => `kgateway refuses a backendRef of ${word(params, 'object')}`,
    detail: (params) =>
      `ResolvedRefs=False, reason ${word(params, 'reason')}: ${word(params, 'message')}. Its share of requests gets 500.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: 'kgateway krtcollections/policy.go',
  },
  'KGW-ENVOY-REFUSES': {
    title: (params) => `Envoy refuses what kgateway sends it from ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'message')}. kgateway passes the value on unread, so the status says Accepted=True; Envoy keeps the cluster it had before or, without one, answers 500.`,
    action: (params) =>
      `Correct ${word(params, 'field')}, or let kgateway check with KGW_VALIDATION_MODE=STRICT.`,
    source: 'Envoy source/common/tls/context_impl.cc',
  },
  'KGW-ANY-CERTIFICATE': {
    title: (params) => `Envoy takes any server certificate by ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'cause')}, so Envoy gets no trusted CA and checks nothing. The status says Accepted=True, reason Valid.`,
    action: () =>
      'Put ca.crt into the Secret of spec.tls.secretRef, set spec.tls.wellKnownCACertificates to System, or use a BackendTLSPolicy.',
    source: TLS_GO,
  },
  'KGW-NAME-UNCHECKED': {
    title: (params) => `${word(params, 'object')} checks no name in the server certificate`,
    detail: () =>
      'spec.tls.sni is sent and never compared, and spec.tls.verifySubjectAltNames is empty: any certificate of the trusted CAs passes.',
    action: () => 'List the names of the server certificate in spec.tls.verifySubjectAltNames.',
    source: TLS_GO,
  },
  'KGW-NO-SNI': {
    title: (params) => `Envoy sends no server name with ${word(params, 'object')}`,
    detail: () =>
      'spec.tls.sni is not set and Envoy has no default for it, so a server with several certificates chooses its default one.',
    action: () => 'Set spec.tls.sni to the name the backend serves.',
    source: 'Envoy extensions.transport_sockets.tls.v3.UpstreamTlsContext',
  },
  'KGW-NO-TLS-VERSION': {
    title: (params) => `${word(params, 'object')} leaves Envoy no TLS version`,
    detail: () =>
      'Envoy offers TLS 1.2 to backends unless both ends are set: minVersion "1.3" alone, or a maxVersion below 1.2 alone, leaves nothing.',
    action: () => 'Set spec.tls.parameters.minVersion and maxVersion together.',
    source: 'Envoy extensions/transport_sockets/tls/v3/common.proto TlsParameters',
  },
  'KGW-CONFIG-POLICY-OVERRIDDEN': {
    title: (params) => `${word(params, 'by')} replaces spec.tls of ${word(params, 'object')}`,
    detail: (params) =>
      `Overridden=True, reason ConflictedWithBackendTLSPolicy: ${word(params, 'message')}. Nothing of spec.tls is used, the client certificate included; a broken BackendTLSPolicy blocks the backend and writes no such condition.`,
    action: () =>
      'Remove one of the two; a client certificate goes to spec.tls.backend of the Gateway.',
    source: 'kgateway pull request #14043',
  },
  'KGW-TLS-ORDER-RANDOM': {
    title: (params) =>
      `${word(params, 'object')} and ${word(params, 'by')} overwrite each other's TLS settings`,
    detail: () =>
      'Before 2.4 kgateway applied the two in random order, and the last one won. This app shows the BackendTLSPolicy.',
    action: () => 'Remove one of the two, or update kgateway to 2.4.',
    source: 'kgateway issue #13918',
  },
  'KGW-CA-REFS-IGNORED': {
    title: (params) =>
      `kgateway reads only the first caCertificateRef of ${word(params, 'object')}`,
    detail: () => 'Further references are not looked at, and no condition says so.',
    action: () => 'Put all CA certificates into the ca.crt of the first object.',
    source: 'kgateway extensions2/plugins/backendtlspolicy/plugin.go',
  },
  'KGW-OPTIONS-IGNORED': {
    title: (params) => `kgateway ignores spec.options of ${word(params, 'object')}`,
    detail: (params) => `No code reads ${word(params, 'options')}.`,
    action: () => 'Remove spec.options.',
    source: 'kgateway extensions2/plugins/backendtlspolicy/plugin.go',
  },
  'KGW-CLIENT-CERTIFICATE-REFUSED': {
    title: (params) => `kgateway refuses the client certificate of ${word(params, 'object')}`,
    detail: (params) =>
      `ResolvedRefs=False, reason ${word(params, 'reason')}: ${word(params, 'message')}. Traffic goes on without a client certificate.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: 'kgateway gatewaytls/backend.go',
  },
  'KGW-CLIENT-CERTIFICATE-VERSION': {
    title: (params) => `This kgateway ignores the client certificate of ${word(params, 'object')}`,
    detail: () => 'spec.tls.backend of a Gateway is read since 2.3. No condition says so.',
    action: () =>
      'Update kgateway to 2.3 or later, or use spec.tls.secretRef of a BackendConfigPolicy.',
    source: 'kgateway pull request #13705',
  },
  'KGW-CLIENT-CERTIFICATE-WRAPPED': {
    title: (params) =>
      `${word(params, 'object')} keeps the client certificate of ${word(params, 'gateway')} from the backend`,
    detail: () =>
      'The certificate is put into plain TLS sockets only, and spec.upstreamProxyProtocol wraps this one. No condition says so.',
    action: () =>
      'Remove spec.upstreamProxyProtocol, or use spec.tls.secretRef of the BackendConfigPolicy without a BackendTLSPolicy.',
    source: 'kgateway translator/irtranslator/backend.go injectGatewayBackendClientCertificate',
  },
};
