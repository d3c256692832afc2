import type { AgentgatewayFindingCode } from '../../implementations/agentgateway/findings.ts';
import type { KgatewayFindingCode } from '../../implementations/kgateway/findings.ts';
import type { FindingPage } from './types.ts';

/** Pages about kgateway. */
export const kgatewayPages: Readonly<Record<KgatewayFindingCode, FindingPage>> = {
  'KGW-POLICY-REFUSED': {
    title: 'kgateway refuses a BackendTLSPolicy',
    what: 'The CA of the policy is missing or holds no certificate that it can read.',
    why: 'Envoy gets no cluster for the backend and answers 500; Gateway and route report no problem.',
    fix: 'Correct the reference or the CA.',
  },
  'KGW-CONFIG-POLICY-REFUSED': {
    title: 'kgateway refuses a BackendConfigPolicy',
    what: 'A Secret or a parameter of its spec.tls cannot be used.',
    why: 'Envoy gets no cluster for the backend and answers 500.',
    fix: 'Correct the field that the message names.',
  },
  'KGW-BACKEND-REFUSED': {
    title: 'kgateway refuses a backendRef',
    what: 'The backend is missing, not permitted or of an unsupported kind.',
    why: 'The route gets ResolvedRefs=False, and its share of requests gets 500.',
    fix: 'Correct the reference.',
  },
  'KGW-ENVOY-REFUSES': {
    title: 'Envoy refuses what kgateway sends',
    what: 'kgateway passes ciphers, curves and certificates on unread. Envoy rejects the cluster.',
    why: 'The status says Accepted=True; Envoy keeps the cluster it had or answers 500.',
    fix: 'Correct the field, or let kgateway check with KGW_VALIDATION_MODE=STRICT.',
  },
  'KGW-ANY-CERTIFICATE': {
    title: 'A BackendConfigPolicy that accepts any certificate',
    what: 'spec.tls leads to no CA: a Secret without ca.crt, no CA setting, or insecureSkipVerify.',
    why: 'Envoy verifies nothing, while the status says Accepted=True, reason Valid.',
    fix: 'Put ca.crt into the Secret, set wellKnownCACertificates, or use a BackendTLSPolicy.',
  },
  'KGW-NAME-UNCHECKED': {
    title: 'A BackendConfigPolicy that checks no name',
    what: 'spec.tls.sni is sent and never compared with the certificate.',
    why: 'Every certificate of the CA passes, also one for another service.',
    fix: 'List the names in spec.tls.verifySubjectAltNames.',
  },
  'KGW-NO-SNI': {
    title: 'A BackendConfigPolicy without SNI',
    what: 'Envoy sends a server name only if spec.tls.sni says which.',
    why: 'A server with several certificates presents its default one.',
    fix: 'Set spec.tls.sni.',
  },
  'KGW-NO-TLS-VERSION': {
    title: 'No TLS version is left',
    what: 'Envoy offers backends TLS 1.2 as highest version unless told otherwise. A minVersion of 1.3 alone leaves an empty range.',
    why: 'No handshake can begin; requests get 503.',
    fix: 'Set minVersion and maxVersion together.',
  },
  'KGW-CONFIG-POLICY-OVERRIDDEN': {
    title: 'A BackendTLSPolicy replaces spec.tls of a BackendConfigPolicy',
    what: 'Since 2.4 the BackendTLSPolicy wins whole; nothing of spec.tls is merged.',
    why: 'The client certificate of spec.tls.secretRef is not presented.',
    fix: 'Keep one of the two; name the client certificate in spec.tls.backend of the Gateway.',
  },
  'KGW-TLS-ORDER-RANDOM': {
    title: 'Two policies in random order',
    what: 'Before 2.4 kgateway applied BackendTLSPolicy and BackendConfigPolicy in an order that changes from run to run.',
    why: 'The same manifests work or fail by chance.',
    fix: 'Keep one of the two, or use 2.4 or later.',
  },
  'KGW-CA-REFS-IGNORED': {
    title: 'kgateway reads the first caCertificateRef only',
    what: 'Further references are not looked at.',
    why: 'Servers with a certificate of one of the other CAs are refused, and no condition says so.',
    fix: 'Put all CA certificates into the first object.',
  },
  'KGW-OPTIONS-IGNORED': {
    title: 'kgateway ignores spec.options',
    what: 'Options are settings of single implementations; it reads none.',
    why: 'What they ask for does not happen.',
    fix: 'Remove them.',
  },
  'KGW-CLIENT-CERTIFICATE-REFUSED': {
    title: 'kgateway refuses the client certificate of a Gateway',
    what: 'The Secret of spec.tls.backend is missing, not permitted or not usable.',
    why: 'Traffic goes on without a client certificate, and backends that demand one answer 400.',
    fix: 'Correct the reference or the Secret.',
  },
  'KGW-CLIENT-CERTIFICATE-VERSION': {
    title: 'A kgateway that does not read spec.tls.backend',
    what: 'The field is read since 2.3.',
    why: 'Older versions present no certificate and say nothing of it.',
    fix: 'Use 2.3 or later, or a BackendConfigPolicy with spec.tls.secretRef.',
  },
  'KGW-CLIENT-CERTIFICATE-WRAPPED': {
    title: 'A client certificate lost behind the PROXY protocol',
    what: 'kgateway puts the certificate of the Gateway into plain TLS sockets only; spec.upstreamProxyProtocol wraps the socket.',
    why: 'No certificate is presented, and no condition says so.',
    fix: 'Remove spec.upstreamProxyProtocol, or give the certificate in the BackendConfigPolicy.',
  },
};

/** Pages about agentgateway. */
export const agentgatewayPages: Readonly<Record<AgentgatewayFindingCode, FindingPage>> = {
  'AGW-POLICY-REFUSED': {
    title: 'agentgateway refuses a BackendTLSPolicy',
    what: 'It takes the CA from ConfigMaps alone and wants ca.crt in each.',
    why: 'The proxy gets a CA without certificates, so every request to the backend gets 503.',
    fix: 'Put the CA into a ConfigMap under ca.crt.',
  },
  'AGW-TLS-REFUSED': {
    title: 'TLS settings that agentgateway cannot translate',
    what: 'tls of an AgentgatewayBackend or AgentgatewayPolicy names something that cannot be used.',
    why: 'The backend is not sent to the proxy, or the policy is sent with what is left of it.',
    fix: 'Correct the field that the message names.',
  },
  'AGW-BACKEND-REFUSED': {
    title: 'agentgateway refuses a backendRef',
    what: 'The backend is missing, not permitted or of an unsupported kind.',
    why: 'The route gets ResolvedRefs=False, and its share of requests gets 500.',
    fix: 'Correct the reference.',
  },
  'AGW-CLIENT-CERTIFICATE-REFUSED': {
    title: 'agentgateway refuses the client certificate of a Gateway',
    what: 'The Secret of spec.tls.backend cannot be used; the BackendTLSPolicy reports it.',
    why: 'The proxy gets a certificate that holds nothing, so every request to the backend gets 503.',
    fix: 'Correct the reference or the Secret.',
  },
  'AGW-CLIENT-CERTIFICATE-UNUSED': {
    title: 'A client certificate that goes with BackendTLSPolicies only',
    what: 'The certificate of the Gateway is used for connections that a BackendTLSPolicy makes TLS, not for those of an AgentgatewayPolicy or AgentgatewayBackend.',
    why: 'No certificate is presented, and no condition says so.',
    fix: 'Name the Secret in tls.mtlsCertificateRef.',
  },
  'AGW-CONFIG-POLICY-IGNORED': {
    title: 'agentgateway ignores BackendConfigPolicy',
    what: 'The kind belongs to kgateway with Envoy.',
    why: 'Its TLS settings do nothing, and no condition says so.',
    fix: 'Use a BackendTLSPolicy, or spec.backend.tls of an AgentgatewayPolicy.',
  },
  'AGW-OPTIONS-IGNORED': {
    title: 'agentgateway ignores spec.options',
    what: 'Options are settings of single implementations; it reads none.',
    why: 'What they ask for does not happen.',
    fix: 'Remove them.',
  },
  'AGW-ANY-CERTIFICATE': {
    title: 'insecureSkipVerify: All',
    what: 'agentgateway checks neither chain, dates nor name of the server certificate.',
    why: 'Whoever answers on the address can read and change the traffic.',
    fix: 'Remove it and name the CA.',
  },
  'AGW-NAME-UNCHECKED': {
    title: 'insecureSkipVerify: Hostname',
    what: 'agentgateway checks the chain and no name.',
    why: 'Every certificate of the trusted CAs passes, also one for another service.',
    fix: 'Remove it, or list the names in verifySubjectAltNames.',
  },
};
