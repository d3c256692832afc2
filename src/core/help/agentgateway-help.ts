import type { FieldHelp, HelpTable } from './field-help.ts';

/** Fields of a `tls` block, with what agentgateway does with them. */
const TLS: Readonly<Record<string, FieldHelp>> = {
  '': {
    text: 'Turns TLS on. Empty, it trusts the system roots and checks the name of the host that is called.',
  },
  '.mtlsCertificateRef': {
    text: 'Secret of the namespace with tls.crt and tls.key to show to the backend. Its ca.crt, if any, is trusted unless caCertificateRefs names another.',
  },
  '.caCertificateRefs': {
    text: 'ConfigMap or Secret of the namespace with the trust anchors, under ca.crt. One that cannot be read leaves no anchor at all: every handshake fails.',
  },
  '.insecureSkipVerify': {
    text: 'All takes every server certificate; Hostname checks the chain and no name.',
  },
  '.sni': {
    text: 'Sent as SNI and, without verifySubjectAltNames, the name checked. Without it the host that is called is.',
  },
  '.verifySubjectAltNames': {
    text: 'Any one must match: with :// a URI, four numbers an address, else a host name. The SNI is then not checked.',
  },
  '.alpnProtocols': { text: 'Protocols offered in the handshake; h2 and http/1.1 without it.' },
  '.keyExchangeGroups': { text: 'Key exchanges offered, in this order.' },
};

function under(path: string): HelpTable {
  return Object.fromEntries(Object.entries(TLS).map(([name, help]) => [`${path}${name}`, help]));
}

/** AgentgatewayPolicy. Source: agentgateway `controller/pkg/agentgateway/plugins/backend_policies.go`. */
export const agentgatewayPolicyHelp: HelpTable = {
  'spec.targetRefs': {
    text: 'What the settings are for, all of one kind. The nearest to the backend wins: Gateway, listener, route, rule, then Service or AgentgatewayBackend.',
  },
  'spec.targetRefs.sectionName': {
    text: 'Part of the target: of a Service the number of the port, of a Gateway the listener.',
  },
  ...under('spec.backend.tls'),
};

/** AgentgatewayBackend. Source: the same. */
export const agentgatewayBackendHelp: HelpTable = under('spec.policies.tls');
