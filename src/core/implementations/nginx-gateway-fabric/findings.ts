import type { Wording } from '../../model/index.ts';

type Params = Readonly<Record<string, string>>;

const word = (params: Params, name: string): string => params[name] ?? '…';

/** What NGINX Gateway Fabric's control plane would report, and what it passes over in silence. */
export type NgfFindingCode =
  | 'NGF-POLICY-REFUSED'
  | 'NGF-SECRET-TYPE-REFUSED'
  | 'NGF-BACKEND-REFUSED'
  | 'NGF-POLICIES-DIFFER'
  | 'NGF-RULE-SHARES-TLS'
  | 'NGF-ANCESTOR-LIMIT'
  | 'NGF-OLDER-POLICY-WINS'
  | 'NGF-SAN-IGNORED'
  | 'NGF-OPTIONS-IGNORED'
  | 'NGF-CA-BASE64'
  | 'NGF-CA-SECRET-WITHOUT-CA'
  | 'NGF-KEY-PAIR-UNCHECKED'
  | 'NGF-RELOAD-FAILS'
  | 'NGF-ADDRESS-REFUSED'
  | 'NGF-CLIENT-CERTIFICATE-REFUSED'
  | 'NGF-CLIENT-CERTIFICATE-GRPC'
  | 'NGF-CLIENT-CERTIFICATE-VERSION';

/** Params: `object` is `Kind name`; `condition` is `Type=Status`, `reason` and `message` are the condition's. */
export const ngfWording: Record<NgfFindingCode, Wording> = {
  'NGF-POLICY-REFUSED': {
    title: (params) => `NGINX Gateway Fabric refuses ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'condition')}, reason ${word(params, 'reason')}: ${word(params, 'message')}. Every request to the Service gets 500.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: 'NGINX Gateway Fabric graph/backend_tls_policy.go',
  },
  'NGF-SECRET-TYPE-REFUSED': {
    title: (params) =>
      `NGINX Gateway Fabric does not read the ${word(params, 'type')} Secret of ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'condition')}, reason ${word(params, 'reason')}: ${word(params, 'message')}. Secrets of type kubernetes.io/tls alone are read, for CAs too. ${word(params, 'result')}`,
    action: () =>
      'Put a CA into a ConfigMap under ca.crt, or make the Secret anew with type kubernetes.io/tls: the type of a Secret cannot be changed.',
    source: 'NGINX Gateway Fabric state/resolver/secrets.go',
  },
  'NGF-BACKEND-REFUSED': {
    title: (params) => `NGINX Gateway Fabric refuses a backendRef of ${word(params, 'object')}`,
    detail: (params) =>
      `ResolvedRefs=False, reason ${word(params, 'reason')}: ${word(params, 'message')}. Its share of requests gets ${word(params, 'status')}.`,
    action: (params) => `Correct ${word(params, 'field')}.`,
    source: 'NGINX Gateway Fabric graph/backend_refs.go',
  },
  'NGF-POLICIES-DIFFER': {
    title: (params) =>
      `The backends of one rule of ${word(params, 'object')} have different policies`,
    detail: (params) =>
      `ResolvedRefs=False, reason UnsupportedValue: ${word(params, 'message')}. All backends of the rule get ${word(params, 'status')}.`,
    action: () =>
      'Give all backends of the rule the same CA reference and hostname, or put them into rules of their own.',
    source:
      'NGINX Gateway Fabric graph/backend_refs.go validateBackendTLSPolicyMatchingAllBackends',
  },
  'NGF-RULE-SHARES-TLS': {
    title: (params) => `${word(params, 'target')} gets TLS from another backend of the rule`,
    detail: (params) =>
      `No policy targets it, but ${word(params, 'policy')} of another backendRef turns on https for the whole rule.`,
    action: (params) =>
      `Add a BackendTLSPolicy for ${word(params, 'target')}, or move it to a rule of its own.`,
    source: 'NGINX Gateway Fabric nginx/config/servers.go createProxyTLSFromBackends',
  },
  'NGF-ANCESTOR-LIMIT': {
    title: (params) => `${word(params, 'object')} does not reach ${word(params, 'gateway')}`,
    detail: () =>
      'Its status list holds 16 ancestors, the most that are allowed, so NGINX Gateway Fabric leaves the policy out of this Gateway: requests to the Service go in plain HTTP. The Gateway gets Accepted=False, reason AncestorLimitReached.',
    action: () => 'Split the policy, or let fewer Gateways lead to its Services.',
    source: 'NGINX Gateway Fabric graph/backend_tls_policy.go addGatewaysForBackendTLSPolicies',
  },
  'NGF-OLDER-POLICY-WINS': {
    title: (params) =>
      `NGINX Gateway Fabric takes ${word(params, 'winner')} instead of ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'object')} names port ${word(params, 'section')} and so governs it by the Gateway API. NGINX Gateway Fabric compares age and name only, reports Accepted=False, reason Conflicted: ${word(params, 'message')}.`,
    action: (params) => `Give ${word(params, 'winner')} a sectionName too.`,
    source: 'NGINX Gateway Fabric graph/backend_refs.go findBackendTLSPolicyForService',
  },
  'NGF-SAN-IGNORED': {
    title: (params) => `NGINX Gateway Fabric ignores subjectAltNames of ${word(params, 'object')}`,
    detail: () =>
      'No code reads the list and no condition says so. The certificate is compared with validation.hostname instead.',
    action: () => 'Make validation.hostname a name that stands in the certificate.',
    source:
      'NGINX Gateway Fabric issue #3152; feature BackendTLSPolicySANValidation not advertised',
  },
  'NGF-OPTIONS-IGNORED': {
    title: (params) => `NGINX Gateway Fabric ignores options of ${word(params, 'object')}`,
    detail: (params) => `It knows no option; ${word(params, 'options')} changes nothing.`,
    action: () => 'Remove the options, or do not rely on them.',
    source: 'NGINX Gateway Fabric graph/backend_tls_policy.go',
  },
  'NGF-CA-BASE64': {
    title: (params) => `${word(params, 'object')} holds base64 of a certificate in ca.crt`,
    detail: () =>
      'NGINX Gateway Fabric takes the base64 off before it writes the file. Other gateways find no certificate.',
    action: () => 'Write the PEM text itself.',
    source: 'NGINX Gateway Fabric graph/shared/secrets ValidateCA',
  },
  'NGF-CA-SECRET-WITHOUT-CA': {
    title: (params) => `${word(params, 'object')} is used as CA but has no ca.crt`,
    detail: () =>
      'The control plane accepts it because tls.crt and tls.key fit, writes an empty CA file, and nginx refuses the configuration: the Gateway keeps its old one.',
    action: () => 'Add ca.crt to the Secret, or use a ConfigMap.',
    source: 'NGINX Gateway Fabric state/resolver/secrets.go; recorded with nginx 1.31.3 (p01)',
  },
  'NGF-KEY-PAIR-UNCHECKED': {
    title: (params) => `The check of ca.crt hides a bad key pair in ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'message')}. The control plane looks at ca.crt next and keeps only that verdict, so the Secret passes and nginx fails to load it.`,
    action: () => 'Make tls.crt and tls.key one pair.',
    source: 'NGINX Gateway Fabric state/resolver/secrets.go validate',
  },
  'NGF-RELOAD-FAILS': {
    title: (params) => `nginx refuses the configuration of ${word(params, 'object')}`,
    detail: (params) =>
      `[emerg] ${word(params, 'text')}. The line is ${word(params, 'line')} and the file is written from ${word(params, 'source')}. nginx keeps the last configuration that loaded, for all connections of the Gateway; a Gateway that never had one serves nothing. Gateway and listeners get Programmed=False, reason Invalid.`,
    action: (params) => `Correct ${word(params, 'source')}.`,
    source: 'NGINX Gateway Fabric pull request #5913; recorded with nginx 1.31.3 (p10, p11, g12)',
  },
  'NGF-ADDRESS-REFUSED': {
    title: (params) => `NGINX Gateway Fabric refuses an address of ${word(params, 'object')}`,
    detail: (params) =>
      `Accepted=False, reason UnsupportedAddress: ${word(params, 'message')}. The whole Gateway is invalid: it gets no nginx, and clients get no connection.`,
    action: (params) => `Use type IPAddress in ${word(params, 'field')}, or leave the address out.`,
    source: 'NGINX Gateway Fabric graph/gateway.go validateGateway',
  },
  'NGF-CLIENT-CERTIFICATE-REFUSED': {
    title: (params) =>
      `NGINX Gateway Fabric refuses the client certificate of ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'condition')}, reason ${word(params, 'reason')}: ${word(params, 'message')}. ${word(params, 'result')}`,
    action: (params) => `Correct ${word(params, 'field')}, or the Secret that it names.`,
    source: 'NGINX Gateway Fabric graph/gateway.go validateGatewayTLSBackend',
  },
  'NGF-CLIENT-CERTIFICATE-GRPC': {
    title: (params) =>
      `${word(params, 'object')} is gRPC: NGINX Gateway Fabric presents no client certificate`,
    detail: () =>
      'It writes proxy_ssl_certificate only, which gRPC upstreams do not use; no grpc_ssl_certificate is ever written.',
    action: () =>
      'Do not demand a client certificate from gRPC backends, or add the directive with a SnippetsFilter.',
    source:
      'NGINX Gateway Fabric nginx/config templates; recorded: 400 No required SSL certificate was sent',
  },
  'NGF-CLIENT-CERTIFICATE-VERSION': {
    title: (params) => `NGINX Gateway Fabric ${word(params, 'version')} knows no spec.tls.backend`,
    detail: () => 'The field is read since 2.3. Older versions present no client certificate.',
    action: () => 'Use version 2.3 or later.',
    source: 'NGINX Gateway Fabric pull request #3900',
  },
};
