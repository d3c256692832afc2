import type { DataFindingCode } from '../../gateway-api/wording/data.ts';
import type { ListenerFindingCode } from '../../gateway-api/wording/listeners.ts';
import type { ObjectFindingCode } from '../../gateway-api/wording/objects.ts';
import type { RuleFindingCode } from '../../implementations/rules/findings.ts';
import type { RefusedListenerFindingCode } from '../../implementations/listeners/findings.ts';
import type { ListenerSetFindingCode } from '../../implementations/listener-sets/findings.ts';
import type { FindingPage } from './types.ts';

/** Pages about objects and what they name. */
export const objectPages: Readonly<Record<ObjectFindingCode, FindingPage>> = {
  'OBJECT-REPEATED': {
    title: 'An object given twice with the same content',
    what: 'Two documents have the same kind, namespace and name, and say the same.',
    why: 'The cluster is the same either way; the next change may reach one of the two only.',
    fix: 'Keep one definition.',
  },
  'OBJECT-REDEFINED': {
    title: 'An object given twice with different content',
    what: 'Two documents have the same kind, namespace and name. kubectl apply sends both; the last one stays.',
    why: 'What only the earlier one says never takes effect.',
    fix: 'Delete the earlier definition, or rename one.',
  },
  'API-VERSION-OLD': {
    title: 'An old API version',
    what: 'The kind has a newer version. CRDs of later releases stop serving old ones, such as v1alpha3 of BackendTLSPolicy.',
    why: 'Where the version is not served, kubectl finds no such kind and the object is not created.',
    fix: 'Write the newest version in apiVersion and check that the fields kept their names.',
  },
  'REFERENCE-TARGET-MISSING': {
    title: 'A reference to something that is not there',
    what: 'A field names an object that is not among the files: a typing error, another namespace, or an object that exists in the cluster alone.',
    why: 'Where it is missing in the cluster too, the gateway reports ResolvedRefs=False, and what depends on it fails.',
    fix: 'Correct the name, or add the object to the workspace.',
  },
  'REFERENCE-TARGET-MADE': {
    title: 'A reference to something that a controller makes',
    what: 'A field names a Secret or ConfigMap that a cert-manager Certificate, an ExternalSecret, a SealedSecret or a trust-manager Bundle among the files makes in the cluster.',
    why: 'It exists once that controller has run. Its certificates cannot be checked before they are known.',
    fix: 'Drop the public certificate onto it, or add the object as the cluster has it.',
  },
  'REFERENCE-NOT-PERMITTED': {
    title: 'A reference across namespaces without a ReferenceGrant',
    what: 'An object may use one of another namespace only if a ReferenceGrant there permits it by kind and namespace.',
    why: 'The gateway reports RefNotPermitted: a backend gets 500, a client certificate is not used.',
    fix: 'Add a ReferenceGrant in the namespace of the target, or move the target.',
  },
  'REFERENCE-OTHER-NAMESPACE': {
    title: 'A Secret that has to be in one namespace',
    what: 'The client certificate of an EnvoyProxy is taken from one fixed namespace; a ReferenceGrant does not help.',
    why: 'Envoy Gateway refuses the reference, and the backend is not reached as configured.',
    fix: 'Copy the Secret into that namespace.',
  },
  'REFERENCE-GROUP-CORE': {
    title: 'The group "core"',
    what: 'Services, Secrets and ConfigMaps belong to the core API group, whose name is the empty text.',
    why: 'The API server accepts "core", and gateways then look for a kind that does not exist.',
    fix: 'Write group: "".',
  },
  'REFERENCE-KIND-UNSUPPORTED': {
    title: 'A reference to a kind that cannot stand there',
    what: 'The field takes certain kinds only: ConfigMaps for CAs, Secrets for key pairs, Services and the like for backends.',
    why: 'ResolvedRefs is False, reason InvalidKind or one of its kin, and the reference is not used.',
    fix: 'Name an object of a supported kind.',
  },
};

/** Pages about what stands in Secrets and ConfigMaps. */
export const dataPages: Readonly<Record<DataFindingCode, FindingPage>> = {
  'DATA-HTML-ESCAPED': {
    title: 'Base64 with HTML character references',
    what: 'A value copied from the source of a web page has &#43; where base64 has a plus sign.',
    why: 'The API server refuses the object: illegal base64 data.',
    fix: 'Replace the references by their characters; the fix does it.',
  },
  'DATA-PLAIN-TEXT': {
    title: 'Plain text under data of a Secret',
    what: 'Values under data are base64; plain text belongs under stringData.',
    why: 'The API server refuses the Secret.',
    fix: 'Encode the value, or move it to stringData.',
  },
  'DATA-NOT-BASE64': {
    title: 'A value that is not base64',
    what: 'Values under data of a Secret and binaryData of a ConfigMap are base64.',
    why: 'The API server refuses the object.',
    fix: 'Encode the original again and paste all of it.',
  },
  'DATA-NOT-TEXT': {
    title: 'A value that is no text',
    what: 'YAML read a number, a truth value or nothing where data wants text.',
    why: 'The API server refuses the object.',
    fix: 'Put the value in quotes.',
  },
  'DATA-KEY-TWICE': {
    title: 'One key in data and in binaryData',
    what: 'A ConfigMap may hold each key in one of the two only.',
    why: 'The API server refuses the ConfigMap.',
    fix: 'Keep the key in one of them.',
  },
  'CA-KEY-MISSING': {
    title: 'A CA object without ca.crt',
    what: 'Gateways read the CA from the key ca.crt. The object has another key, such as ca.pem, or an empty one.',
    why: 'The policy gets ResolvedRefs=False, reason InvalidCACertificateRef, and requests to the Service get a 5xx answer.',
    fix: 'Name the key ca.crt and put the CA certificate there in PEM.',
  },
  'TLS-KEY-MISSING': {
    title: 'A TLS Secret without certificate or key',
    what: 'A Secret that identifies a party needs tls.crt and tls.key.',
    why: 'The API server refuses a kubernetes.io/tls Secret without both; of another type, the gateway does.',
    fix: 'Add the missing key.',
  },
};

/** Pages about listeners. */
export const listenerPages: Readonly<Record<ListenerFindingCode, FindingPage>> = {
  'LISTENER-SET-NOT-ALLOWED': {
    title: 'A ListenerSet that its Gateway does not allow',
    what: 'A Gateway takes ListenerSets only from the namespaces in spec.allowedListeners; by default from none.',
    why: 'The ListenerSet gets Accepted=False, and its listeners do not exist for any client.',
    fix: 'Set spec.allowedListeners.namespaces of the Gateway.',
  },
  'LISTENER-SET-LABELS-UNKNOWN': {
    title: 'Labels of a namespace are missing',
    what: 'The Gateway chooses namespaces of ListenerSets by label, and the Namespace is not among the files.',
    why: 'Whether the listeners exist cannot be told; they are taken to.',
    fix: 'Add the Namespace with its labels.',
  },
  'LISTENER-CONFLICTED': {
    title: 'Listeners that cannot be told apart',
    what: 'Two listeners on one port have the same host name, or protocols that exclude each other.',
    why: 'The conflicting listener is not configured, and its routes are not reached. Some controllers let one of them keep its place, or both; agentgateway writes nothing into the status of a Gateway whose own listeners conflict.',
    fix: 'Give them different ports or host names.',
  },
  'TLS-PASSED-THROUGH': {
    title: 'TLS that passes through the gateway',
    what: 'A TLSRoute on a Passthrough listener forwards the encrypted bytes.',
    why: 'Client and backend do the handshake with each other. Policies for backend TLS have no part in it.',
    fix: 'Nothing; use mode Terminate when the gateway is to make a connection of its own.',
  },
};

/** Page about ListenerSets that a controller does not know. */
export const unreadListenerSetPages: Readonly<Record<ListenerSetFindingCode, FindingPage>> = {
  'LISTENER-SET-NOT-READ': {
    title: 'A ListenerSet that the gateway does not read',
    what: 'ListenerSet (Gateway API 1.5 and later) and XListenerSet (1.3 and 1.4, experimental channel) are two kinds, and each release of a gateway watches one of them, both or none: NGINX Gateway Fabric reads ListenerSet since 2.6; Envoy Gateway XListenerSet in 1.7 behind a flag and ListenerSet since 1.8; kgateway XListenerSet since 2.1 and both since 2.3; agentgateway ListenerSet.',
    why: 'The API server stores the object, but no listener is opened, no status is written and its routes are reached by nobody.',
    fix: 'Use the kind that your release reads, or write the listeners into the Gateway.',
  },
};

/** Page about listeners that a controller refuses. */
export const refusedListenerPages: Readonly<Record<RefusedListenerFindingCode, FindingPage>> = {
  'LISTENER-REFUSED': {
    title: 'A listener that the gateway refuses',
    what: 'The controller reads the certificates of a listener, the CAs for its clients, its protocol, port and kinds of routes. kgateway takes a Secret of any type and checks that certificate and key belong together; since 2.4 a listener works with those of its certificates that can be used. agentgateway takes exactly one certificate.',
    why: 'The listener says so in its conditions. kgateway gives Envoy no filter chain for it, so clients get no connection; agentgateway listens with a certificate that no handshake can use. Routes and policies behind it stay accepted.',
    fix: 'Correct what the message names: issue the pair anew, add the missing key, or choose a port and kinds of routes that the gateway takes.',
  },
};

/** Pages about rules that a controller leaves out. */
export const rulePages: Readonly<Record<RuleFindingCode, FindingPage>> = {
  'RULE-NOT-PROGRAMMED': {
    title: 'A rule that the controller leaves out',
    what: 'A filter or a match of the rule cannot be used by this gateway: it is unknown, contradicts another one, or names something that is not there.',
    why: 'The route says so in a condition. Its other rules work on; requests of this one get an error, or another rule takes them.',
    fix: 'Correct the filter or match that the message names, or remove it.',
  },
};
