import type { Wording } from '../../model/index.ts';

type Params = Readonly<Record<string, string>>;

const word = (params: Params, name: string): string => params[name] ?? '…';

/** What agentgateway's controller would report, and what it passes over in silence. */
export type AgentgatewayFindingCode =
  | 'AGW-POLICY-REFUSED'
  | 'AGW-TLS-REFUSED'
  | 'AGW-BACKEND-REFUSED'
  | 'AGW-CLIENT-CERTIFICATE-REFUSED'
  | 'AGW-CLIENT-CERTIFICATE-UNUSED'
  | 'AGW-CONFIG-POLICY-IGNORED'
  | 'AGW-OPTIONS-IGNORED'
  | 'AGW-ANY-CERTIFICATE'
  | 'AGW-NAME-UNCHECKED';

const BACKEND_TLS = 'agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go';
const BACKEND_POLICIES = 'agentgateway controller/pkg/agentgateway/plugins/backend_policies.go';

/** Params: `object` is `Kind name`; `message` is the condition's. */
export const agentgatewayWording: Record<AgentgatewayFindingCode, Wording> = {
  'AGW-POLICY-REFUSED': {
    title: (params) => `agentgateway refuses ${word(params, 'object')}`,
    detail: (params) =>
      `Accepted=False, reason ${word(params, 'reason')}: ${word(params, 'message')}. The proxy gets a CA that holds no certificate, so every request to the backend gets 503.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: BACKEND_TLS,
  },
  'AGW-TLS-REFUSED': {
    title: (params) => `agentgateway cannot translate tls of ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'message')}. An AgentgatewayBackend gets Accepted=False, reason TranslationError, and is not sent; an AgentgatewayPolicy gets Accepted=True, reason PartiallyValid, and is sent with what is left.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: BACKEND_POLICIES,
  },
  'AGW-BACKEND-REFUSED': {
    title: (params) => `agentgateway refuses a backendRef of ${word(params, 'object')}`,
    detail: (params) =>
      `ResolvedRefs=False, reason ${word(params, 'reason')}: ${word(params, 'message')}. Its share of requests gets 500.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: 'agentgateway controller/pkg/agentgateway/translator/conversion.go',
  },
  'AGW-CLIENT-CERTIFICATE-REFUSED': {
    title: (params) => `agentgateway refuses the client certificate of ${word(params, 'object')}`,
    detail: (params) =>
      `The BackendTLSPolicy gets Accepted=False, reason Invalid: ${word(params, 'message')}. The proxy gets a certificate that holds nothing, so every request to the backend gets 503.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: BACKEND_TLS,
  },
  'AGW-CLIENT-CERTIFICATE-UNUSED': {
    title: (params) => `The client certificate of ${word(params, 'object')} is not presented`,
    detail: (params) =>
      `It goes with BackendTLSPolicies alone, and ${word(params, 'by')} makes this connection TLS. No condition says so.`,
    action: (params) => `Name the Secret in tls.mtlsCertificateRef of ${word(params, 'by')}.`,
    source: BACKEND_TLS,
  },
  'AGW-CONFIG-POLICY-IGNORED': {
    title: (params) => `agentgateway ignores ${word(params, 'object')}`,
    detail: () =>
      'BackendConfigPolicy belongs to kgateway with Envoy; agentgateway has no code for it and writes no condition, so its spec.tls does nothing.',
    action: () => 'Use a BackendTLSPolicy, or spec.backend.tls of an AgentgatewayPolicy.',
    source: 'agentgateway controller/pkg/agentgateway/plugins',
  },
  'AGW-OPTIONS-IGNORED': {
    title: (params) => `agentgateway ignores spec.options of ${word(params, 'object')}`,
    detail: (params) => `No code reads ${word(params, 'options')}.`,
    action: () => 'Remove spec.options.',
    source: BACKEND_TLS,
  },
  'AGW-ANY-CERTIFICATE': {
    title: (params) => `agentgateway takes any server certificate by ${word(params, 'object')}`,
    detail: () => 'insecureSkipVerify is All: neither chain, dates nor name are checked.',
    action: () => 'Remove insecureSkipVerify and name the CA in caCertificateRefs.',
    source: BACKEND_POLICIES,
  },
  'AGW-NAME-UNCHECKED': {
    title: (params) => `${word(params, 'object')} checks no name in the server certificate`,
    detail: () => 'insecureSkipVerify is Hostname: any certificate of the trusted CAs passes.',
    action: () => 'Remove insecureSkipVerify, or list the names in verifySubjectAltNames.',
    source: BACKEND_POLICIES,
  },
};
