import { parameterWording, type ParameterCode } from './parameter-wording.ts';
import type { LossParams, LossWording } from './types.ts';

/** What the target cannot say, or says in another way. */
export type LossCode =
  | ParameterCode
  | 'NO-CLIENT-CERTIFICATE'
  | 'CLIENT-NAMESPACE'
  | 'PROXY-NAMESPACE'
  | 'ONE-CERTIFICATE'
  | 'NO-SUBJECT-ALT-NAMES'
  | 'NO-CA-TEXT'
  | 'NO-SYSTEM-CA'
  | 'CHECK-ADDED'
  | 'NAME-MADE-UP'
  | 'NAME-OF-REQUEST'
  | 'NOT-CHECKED'
  | 'CA-IN-FILE'
  | 'SELECTED-TARGETS'
  | 'WIDE-TARGET'
  | 'OTHER-POLICY-HOLDS'
  | 'BACKEND-KIND'
  | 'SEVERAL-HOSTS'
  | 'SHARED-ROUTE'
  | 'ENABLE-BACKEND'
  | 'OTHER-PARAMETERS'
  | 'FOREIGN-OBJECT'
  | 'FOREIGN-FILTER'
  | 'CRL'
  | 'PREVIOUS-UNREAD'
  | 'TEXT-FIXED';

/** Texts for {@link LossCode}. */
export const lossWording: Readonly<Record<LossCode, LossWording>> = {
  ...parameterWording,
  'NO-CLIENT-CERTIFICATE': {
    fact: ({ since = '', target = '' }) =>
      `${target} reads Gateway.spec.tls.backend since ${since}; the backend gets no client certificate.`,
    source: clientSource,
    offer: ({ since = '' }) => `Convert to ${since} or newer.`,
  },
  'CLIENT-NAMESPACE': {
    fact: () =>
      'agentgateway refuses a client certificate of another namespace than the Gateway, with or without a ReferenceGrant: connections of the policy then fail.',
    source: () => 'agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go',
    offer: ({ value = '' }) =>
      `Put a copy of Secret ${value} into the namespace of the Gateway and name that.`,
  },
  'PROXY-NAMESPACE': {
    fact: ({ value = '' }) =>
      `An EnvoyProxy names a Secret of its own namespace alone, and what would name the one beside Secret ${value} names another EnvoyProxy already.`,
    source: () =>
      'Envoy Gateway internal/gatewayapi/backendtlspolicy.go: Secret not in the same namespace',
    offer: () => 'Convert to Envoy Gateway 1.8 or newer, where the Gateway names the Secret.',
  },
  'ONE-CERTIFICATE': {
    fact: ({ target = '', value = '' }) =>
      `${target} presents one client certificate a Gateway; Secret ${value} is presented to this backend no longer.`,
    source: () => 'Gateway API GEP-3155: Gateway.spec.tls.backend',
    offer: () => 'Give the backends that need another certificate a Gateway of their own.',
  },
  'NO-SUBJECT-ALT-NAMES': {
    fact: ({ target = '', value = '' }) =>
      `${target} does not read subjectAltNames: it compares the name that it sends as SNI, ${value}, with the certificate.`,
    source: () => 'NGINX Gateway Fabric issue #3152; kgateway 2.1 release',
    offer: ({ value = '' }) =>
      `Let the certificate carry ${value}, or write a name that it carries as hostname.`,
  },
  'NO-CA-TEXT': {
    fact: ({ target = '', value = '' }) =>
      `${target} cannot take the CA from ${value}, and its text is not among the files, so that no ConfigMap can be written.`,
    source: () =>
      'Gateway API BackendTLSPolicy.spec.validation.caCertificateRefs: ConfigMap is Core, all else implementation-specific',
    offer: () => 'Drop the CA, or let trust-manager write a ConfigMap with key ca.crt.',
  },
  'NO-SYSTEM-CA': {
    fact: ({ target = '' }) =>
      `${target} reads the CA of a BackendTLSPolicy from a ConfigMap alone.`,
    source: () => 'kgateway 2.1 release: wellKnownCACertificates',
    offer: () => 'Convert to kgateway 2.1 or newer.',
  },
  'CHECK-ADDED': {
    fact: ({ value = '' }) =>
      `A BackendTLSPolicy always compares a name; before, any name was taken. The certificate has to carry ${value} from now on.`,
    source: () => 'Gateway API BackendTLSPolicy.spec.validation.hostname: required',
    offer: ({ value = '' }) =>
      `Let the certificate carry ${value}, or write a name that it carries as hostname.`,
  },
  'NAME-MADE-UP': {
    fact: ({ value = '' }) =>
      `No file says which name the backend is asked for; ${value} is written, as SNI and as the name that its certificate has to carry.`,
    source: () => 'Gateway API BackendTLSPolicy.spec.validation.hostname: required',
    offer: () => 'Write the name that the certificate of the backend carries.',
  },
  'NAME-OF-REQUEST': {
    fact: ({ value = '' }) =>
      `The name was that of each request; a BackendTLSPolicy has one for all: ${value}.`,
    source: () => 'Envoy Gateway Backend.spec.tls without sni: autoSni',
    offer: () => 'Give each host name a backend and a policy of its own.',
  },
  'NOT-CHECKED': {
    fact: ({ target = '' }) =>
      `The certificate of the backend was not checked. ${target} has no way to leave that out here.`,
    source: () =>
      'Gateway API BackendTLSPolicy.spec.validation: caCertificateRefs or wellKnownCACertificates',
    offer: () => 'Add a BackendTLSPolicy with the CA of the backend.',
  },
  'CA-IN-FILE': {
    fact: ({ value = '' }) =>
      `The CA is a file in the container of the proxy (${value}); no manifest has its text.`,
    source: () => 'kgateway BackendConfigPolicy.spec.tls.files',
    offer: () => 'Drop the CA, or put it into a ConfigMap with key ca.crt and name that.',
  },
  'SELECTED-TARGETS': {
    fact: () => 'The backends are selected by labels; a BackendTLSPolicy names each.',
    source: () => 'Gateway API BackendTLSPolicy.spec.targetRefs',
    offer: () => 'Name the backends in targetRefs of a BackendTLSPolicy.',
  },
  'WIDE-TARGET': {
    fact: ({ value = '' }) =>
      `The policy holds for all backends of ${value}; a BackendTLSPolicy names each.`,
    source: () => 'agentgateway AgentgatewayPolicy.spec.targetRefs',
    offer: () => 'Add a BackendTLSPolicy for each backend.',
  },
  'OTHER-POLICY-HOLDS': {
    fact: ({ target = '' }) =>
      `agentgateway passed the BackendTLSPolicy of this backend over for the settings here; ${target} knows the policy alone.`,
    source: () => 'agentgateway AgentgatewayBackend.spec.policies.tls goes before policies',
    offer: () => 'Compare both, and write into the BackendTLSPolicy what should hold.',
  },
  'BACKEND-KIND': {
    fact: ({ target = '' }) =>
      `${target} has no backend of this kind: it is no list of hosts and ports.`,
    source: () => 'Backend types of Envoy Gateway, kgateway and agentgateway',
    offer: () => 'Name the hosts that are to be reached.',
  },
  'SEVERAL-HOSTS': {
    fact: ({ target = '', value = '' }) =>
      `${target} takes one host for this backend; ${value} are left.`,
    source: () =>
      'agentgateway AgentgatewayBackend.spec.static: host, port; Service.spec.externalName',
    offer: () => 'Make a backend for each host and name all of them in the route.',
  },
  'SHARED-ROUTE': {
    fact: () =>
      'The route also belongs to a Gateway of another implementation, which does not know the new backend kind; it stays as it is.',
    source: () => 'Gateway API HTTPRoute.spec.parentRefs',
    offer: () => 'Give each Gateway a route of its own.',
  },
  'ENABLE-BACKEND': {
    fact: () =>
      'Envoy Gateway refuses Backends: its configuration among the files does not enable them.',
    source: () => 'Envoy Gateway EnvoyGateway.extensionApis.enableBackend',
    offer: () => 'Set extensionApis.enableBackend: true there.',
  },
  'OTHER-PARAMETERS': {
    fact: ({ target = '' }) =>
      `${target} does not read these parameters; what else they set for the data plane is not converted.`,
    source: () =>
      'GatewayClass.spec.parametersRef, Gateway.spec.infrastructure.parametersRef: kinds of each implementation',
    offer: () => 'Write the parameters of the target by hand.',
  },
  'FOREIGN-OBJECT': {
    fact: ({ target = '' }) => `${target} does not read this kind: what it says holds no longer.`,
    source: () => 'Custom resources of each implementation',
    offer: () => "Look for the target's own kind for it.",
  },
  'FOREIGN-FILTER': {
    fact: ({ target = '', value = '' }) =>
      `${target} does not know the filter ${value}: it refuses the rule.`,
    source: () => 'Gateway API HTTPRoute filters of type ExtensionRef',
    offer: () => 'Remove the filter, or name one of the target.',
  },
  CRL: {
    fact: ({ target = '' }) =>
      `A revocation list stood beside the CA; ${target} does not read it there.`,
    source: () => 'Envoy CertificateValidationContext.trusted_ca',
    offer: () => 'Check revocation elsewhere.',
  },
  'PREVIOUS-UNREAD': {
    fact: ({ target = '' }) => `The gateway left behind did not read this field; ${target} does.`,
    source: () => 'Release notes of both',
    offer: () => 'Remove the field if the backend should get no client certificate.',
  },
  'TEXT-FIXED': {
    fact: () => 'The text cannot be changed where it stands: it comes from a YAML alias or merge.',
    source: () => 'YAML 1.2 §7.1',
    offer: () => 'Write the field out, then convert again.',
  },
};

function clientSource({ target = '' }: LossParams): string {
  if (target.startsWith('NGINX')) return 'NGINX Gateway Fabric pull request #3900';
  return target.startsWith('kgateway')
    ? 'kgateway pull request #13705'
    : 'Envoy Gateway 1.8 release: Gateway.spec.tls.backend';
}
