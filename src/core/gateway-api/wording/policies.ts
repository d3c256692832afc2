import type { Wording } from '../../model/index.ts';
import { sentences, when, word } from './words.ts';

/** Findings about BackendTLSPolicy and the policies of implementations that do the same. */
export type PolicyFindingCode =
  | 'POLICY-TARGET-MISSING'
  | 'POLICY-WITHOUT-TARGET'
  | 'POLICY-SECTION-IS-NUMBER'
  | 'POLICY-SECTION-NOT-FOUND'
  | 'POLICY-CONFLICT-LOST'
  | 'POLICY-NOT-USED'
  | 'POLICY-UDP-PORT'
  | 'POLICY-UDP-PORT-BESIDE'
  | 'POLICY-SEVERAL-TARGETS'
  | 'POLICY-SEVERAL-CAS'
  | 'POLICY-HOSTNAME-IS-IP'
  | 'POLICY-SAN-WILDCARD'
  | 'TLS-PORT-WITHOUT-POLICY';

/** Texts for {@link PolicyFindingCode}. */
export const policyWording: Record<PolicyFindingCode, Wording> = {
  'POLICY-TARGET-MISSING': {
    title: (params) =>
      `${word(params, 'object')} targets nothing: ${word(params, 'target')} is not among the files`,
    detail: (params) =>
      sentences(
        when(
          params,
          'namespaces',
          (names) =>
            `The same name exists in namespace ${names}, but a policy reaches its own namespace only.`,
        ),
        when(params, 'closest', (names) => `Similar names that exist: ${names}.`),
        'A policy without target turns on nothing, and its status stays empty.',
      ),
    action: (params) =>
      params.namespaces === undefined
        ? `Change ${word(params, 'field')}, or add ${word(params, 'target')}.`
        : `Move the policy and its CA to namespace ${word(params, 'namespaces')}.`,
    source: 'Gateway API policy_types.go L145-147 and L265; GEP-1897',
  },
  'POLICY-WITHOUT-TARGET': {
    title: (params) => `${word(params, 'object')} has no targetRefs`,
    detail: (params) => word(params, 'why'),
    action: () => 'Add spec.targetRefs with the Service.',
    source: 'Gateway API backendtlspolicy_types.go: targetRefs, 1 to 16',
  },
  'POLICY-SECTION-IS-NUMBER': {
    title: (params) => `${word(params, 'object')} gives a port number where a port name belongs`,
    detail: (params) =>
      sentences(
        `sectionName is the name of a Service port; ${word(params, 'target')} has no port named "${word(params, 'section')}".`,
        when(params, 'names', (names) => `Named ports: ${names}.`),
        'The policy does not attach, and the connection stays plain HTTP.',
      ),
    action: (params) =>
      when(params, 'match', (name) => `Write sectionName: ${name}.`) ||
      `Give port ${word(params, 'section')} a name and write that name.`,
    source: 'Gateway API policy_types.go L93-106',
  },
  'POLICY-SECTION-NOT-FOUND': {
    title: (params) => `${word(params, 'target')} has no port named ${word(params, 'section')}`,
    detail: (params) =>
      sentences(
        `${word(params, 'object')} targets that port.`,
        when(params, 'names', (names) => `Named ports: ${names}.`),
        'The policy does not attach.',
      ),
    action: (params) =>
      when(params, 'closest', (name) => `Write sectionName: ${name}.`) ||
      'Give the Service port a name.',
    source: 'Gateway API policy_types.go L101-103',
  },
  'POLICY-CONFLICT-LOST': {
    title: (params) => `${word(params, 'object')} loses against ${word(params, 'winner')}`,
    detail: (params) =>
      `Both target ${word(params, 'target')}. ${word(params, 'rule')} The losing policy gets Accepted=False, reason Conflicted.`,
    action: () => 'Delete one of the two, or give each a sectionName of its own.',
    source: 'Gateway API backendtlspolicy_types.go L72-86',
  },
  'POLICY-NOT-USED': {
    title: (params) => `No attached route reaches the target of ${word(params, 'object')}`,
    detail: (params) =>
      `No route that a Gateway takes sends requests to ${word(params, 'target')}. The policy has no effect and its status stays empty.`,
    action: (params) => `Add a backendRef to ${word(params, 'target')}, or delete the policy.`,
    source: 'Gateway API policy_types.go L265',
  },
  'POLICY-UDP-PORT': {
    title: (params) => `${word(params, 'object')} targets a UDP port`,
    detail: (params) =>
      `${word(params, 'target')} offers UDP only. The policy gets Accepted=False, reason Invalid.`,
    action: () => 'Target a TCP port.',
    source: 'GEP-1897 L213-216',
  },
  'POLICY-UDP-PORT-BESIDE': {
    title: (params) => `${word(params, 'object')} leaves the UDP ports of its target alone`,
    detail: (params) =>
      `${word(params, 'target')} offers UDP on ${word(params, 'ports')}. The policy holds for the other ports only.`,
    action: () => 'Name the TCP port in sectionName to say so.',
    source: 'GEP-1897 L213-216',
  },
  'POLICY-SEVERAL-TARGETS': {
    title: (params) => `${word(params, 'object')} has ${word(params, 'count')} targets`,
    detail: () =>
      'Gateway API says that implementations should not support more than one targetRef.',
    action: () => 'Write one policy for each Service.',
    source: 'Gateway API backendtlspolicy_types.go L88-92',
  },
  'POLICY-SEVERAL-CAS': {
    title: (params) => `${word(params, 'object')} names ${word(params, 'count')} CA objects`,
    detail: () =>
      'One ConfigMap is what every gateway supports; what happens with more differs between them.',
    action: () => 'Put all CA certificates into one ca.crt and name that one.',
    source: 'Gateway API backendtlspolicy_types.go L190-198',
  },
  'POLICY-HOSTNAME-IS-IP': {
    title: (params) => `${word(params, 'object')} has an IP address as hostname`,
    detail: (params) =>
      `validation.hostname ${word(params, 'hostname')} is sent as SNI and compared with the certificate; neither works with an IP address.`,
    action: () => 'Write a DNS name that stands in the certificate.',
    source: 'RFC 6066 §3; Gateway API backendtlspolicy_types.go: hostname',
  },
  'POLICY-SAN-WILDCARD': {
    title: (params) => `${word(params, 'object')} lists a wildcard in subjectAltNames`,
    detail: (params) =>
      `${word(params, 'hostname')} passes the schema, but the API documentation forbids wildcards here and gateways compare it to the letter.`,
    action: () => 'List the name as it stands in the certificate.',
    source: 'Gateway API documentation, backendtlspolicy.md',
  },
  'TLS-PORT-WITHOUT-POLICY': {
    title: (params) =>
      `${word(params, 'target')} says ${word(params, 'appProtocol')}, but no policy turns TLS on`,
    detail: () =>
      'appProtocol describes the port; it does not make a gateway use TLS. Without a BackendTLSPolicy the gateway speaks plain HTTP to the port.',
    action: (params) => `Add a BackendTLSPolicy that targets ${word(params, 'target')}.`,
    source: 'Gateway API issue #5107; GEP-1911',
  },
};
