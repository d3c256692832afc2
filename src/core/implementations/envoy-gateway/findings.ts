import type { Wording } from '../../model/index.ts';

type Params = Readonly<Record<string, string>>;

const word = (params: Params, name: string): string => params[name] ?? '…';

/** What Envoy Gateway's control plane would report, and what it passes over in silence. */
export type EnvoyGatewayFindingCode =
  | 'EG-POLICY-REFUSED'
  | 'EG-BACKEND-REFUSED'
  | 'EG-TLS-REFUSED'
  | 'EG-BACKEND-API-OFF'
  | 'EG-BACKEND-API-UNKNOWN'
  | 'EG-CLIENT-CERTIFICATE-REFUSED'
  | 'EG-ENVOY-PROXY-REPLACED'
  | 'EG-FIELD-NOT-READ'
  | 'EG-SKIP-VERIFY'
  | 'EG-SNI-FROM-REQUEST'
  | 'EG-NO-NAME-CHECKED'
  | 'EG-CA-OTHER-KEY'
  | 'EG-SECTION-SHADOWED'
  | 'EG-SECRET-REJECTED';

/** Params: `object` is `Kind name`; `reason` and `message` are the condition's own. */
export const envoyGatewayWording: Record<EnvoyGatewayFindingCode, Wording> = {
  'EG-POLICY-REFUSED': {
    title: (params) => `Envoy Gateway refuses ${word(params, 'object')}`,
    detail: (params) =>
      `Accepted=False, reason NoValidCACertificate, and ResolvedRefs=False, reason ${word(params, 'reason')}: ${word(params, 'message')} Its share of requests gets 500.`,
    action: (params) => `Correct ${word(params, 'field')}, or add what it names.`,
    source: 'Envoy Gateway internal/gatewayapi/backendtlspolicy.go getCaCertsFromCARefs',
  },
  'EG-BACKEND-REFUSED': {
    title: (params) => `Envoy Gateway refuses a backendRef of ${word(params, 'route')}`,
    detail: (params) =>
      `ResolvedRefs=False, reason ${word(params, 'reason')}: ${word(params, 'message')} Its share of requests gets ${word(params, 'status')}.`,
    action: (params) => `Correct ${word(params, 'field')} of ${word(params, 'object')}.`,
    source: 'Envoy Gateway internal/gatewayapi/validate.go, backend.go',
  },
  'EG-TLS-REFUSED': {
    title: (params) => `Envoy Gateway cannot apply the TLS settings of ${word(params, 'object')}`,
    detail: (params) =>
      `ResolvedRefs=False of ${word(params, 'route')}, reason InvalidBackendTLS: ${word(params, 'message')} Requests get 500, while the policy's own conditions say nothing of it.`,
    action: (params) => `Correct ${word(params, 'field')}, or add the Secret in that namespace.`,
    source: 'Envoy Gateway internal/gatewayapi/backendtlspolicy.go processClientTLSSettings',
  },
  'EG-BACKEND-API-OFF': {
    title: () => 'The Backend API is off in the EnvoyGateway configuration',
    detail: (params) =>
      `ResolvedRefs=False of ${word(params, 'route')}, reason UnsupportedValue: ${word(params, 'message')} Requests get 500.`,
    action: () =>
      'Set extensionApis.enableBackend: true in the EnvoyGateway configuration and restart Envoy Gateway.',
    source: 'Envoy Gateway api/v1alpha1 ExtensionAPISettings.enableBackend, false by default',
  },
  'EG-BACKEND-API-UNKNOWN': {
    title: (params) => `${word(params, 'object')} needs the Backend API, which is off by default`,
    detail: () =>
      'The EnvoyGateway configuration is not among the files, so the API is taken to be on. Where it is off, routes to the Backend get 500.',
    action: () =>
      'Check that extensionApis.enableBackend is true in ConfigMap envoy-gateway-config, or add it to the files.',
    source: 'Envoy Gateway api/v1alpha1 ExtensionAPISettings.enableBackend, false by default',
  },
  'EG-CLIENT-CERTIFICATE-REFUSED': {
    title: (params) => `Envoy Gateway refuses the client certificate of ${word(params, 'object')}`,
    detail: (params) =>
      `ResolvedRefs=False, reason ${word(params, 'reason')}: ${word(params, 'message')} Routes stay resolved: Envoy connects without a certificate, and the EnvoyProxy's is not used instead.`,
    action: (params) => `Correct ${word(params, 'field')}, or the Secret that it names.`,
    source: 'Envoy Gateway internal/gatewayapi/listener.go ProcessGatewayTLS',
  },
  'EG-ENVOY-PROXY-REPLACED': {
    title: (params) =>
      `spec.tls.backend of ${word(params, 'gateway')} replaces spec.backendTLS of ${word(params, 'object')}`,
    detail: () =>
      'While the Gateway has the field, the EnvoyProxy is not read for backend TLS: its certificate, versions, ciphers, curves and ALPN protocols do not apply.',
    action: () =>
      'Set these parameters on Backends, or remove spec.tls.backend and keep the certificate in the EnvoyProxy.',
    source: 'Envoy Gateway internal/gatewayapi/backendtlspolicy.go applyBackendTLSSetting',
  },
  'EG-FIELD-NOT-READ': {
    title: (params) =>
      `Envoy Gateway ${word(params, 'version')} does not read ${word(params, 'field')} of ${word(params, 'object')}`,
    detail: (params) =>
      `The field is read since ${word(params, 'since')}. Here it changes nothing.`,
    action: (params) => `Use Envoy Gateway ${word(params, 'since')} or later.`,
    source: 'Envoy Gateway release notes 1.6, 1.8 and 1.9',
  },
  'EG-SKIP-VERIFY': {
    title: (params) => `${word(params, 'object')} accepts any certificate`,
    detail: (params) =>
      `insecureSkipVerify is true, so Envoy gets no validation context.${word(params, 'policy')} Whoever answers on the address can read and change the traffic.`,
    action: () => 'Remove insecureSkipVerify and name the CA of the backend.',
    source: 'Envoy Gateway internal/gatewayapi/backendtlspolicy.go mergeServerValidationTLSConfigs',
  },
  'EG-SNI-FROM-REQUEST': {
    title: (params) => `SNI for ${word(params, 'object')} is the host of each request`,
    detail: (params) =>
      `Neither sni nor a BackendTLSPolicy gives a name: Envoy sends what the client asked for, here ${word(params, 'host')}, and wants that name in the certificate.`,
    action: () => 'Set tls.sni of the Backend, or target it with a BackendTLSPolicy.',
    source: 'Envoy Gateway internal/xds/translator/cluster.go autoSni, autoSniSanValidation',
  },
  'EG-NO-NAME-CHECKED': {
    title: (params) => `No name of the certificate behind ${word(params, 'object')} is checked`,
    detail: () =>
      'No SNI is written, and it is not taken from the request because another backend of the rule has one of its own or no TLS. Any certificate of the CA is accepted.',
    action: () => 'Set tls.sni of the Backend, or target it with a BackendTLSPolicy.',
    source: 'Envoy Gateway internal/xds/translator/cluster.go autoSni',
  },
  'EG-CA-OTHER-KEY': {
    title: (params) =>
      `Envoy Gateway takes ${word(params, 'key')} of ${word(params, 'object')} for the CA`,
    detail: (params) =>
      `There is no ca.crt, so ${word(params, 'rule')} is used. Other gateways, and other releases, find no certificate.`,
    action: (params) => `Name the key ca.crt instead of ${word(params, 'key')}.`,
    source:
      'Envoy Gateway internal/gatewayapi/helpers.go getOrFirstFromData, internal/provider/kubernetes/helpers.go',
  },
  'EG-SECTION-SHADOWED': {
    title: (params) =>
      `Envoy Gateway ${word(params, 'version')} takes ${word(params, 'winner')} instead of ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'object')} names port ${word(params, 'section')} and so governs it by the Gateway API. Before 1.9 the first policy by age and name wins, and ${word(params, 'object')} gets no status.`,
    action: (params) => `Give ${word(params, 'winner')} a sectionName too, or use 1.9 or later.`,
    source: 'Envoy Gateway issue #9035, pull request #9068',
  },
  'EG-SECRET-REJECTED': {
    title: (params) => `Envoy rejects ${word(params, 'secret')} from ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'message')}. Envoy Gateway does not look into it: all conditions stay True. Without an earlier good version every request gets 503, and the access log says "${word(params, 'failure')}".`,
    action: (params) => `Replace ${word(params, 'field')} of ${word(params, 'object')}.`,
    source: 'Envoy source/common/tls; Envoy Gateway issues #9463, #9473; metric xds_nack_total',
  },
};
