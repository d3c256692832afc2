import type { PolicyFindingCode } from '../../gateway-api/wording/policies.ts';
import type { RouteFindingCode } from '../../gateway-api/wording/routes.ts';
import type { FindingPage } from './types.ts';

/** Pages about BackendTLSPolicy and its kin. */
export const policyPages: Readonly<Record<PolicyFindingCode, FindingPage>> = {
  'POLICY-TARGET-MISSING': {
    title: 'A policy whose target is not there',
    what: 'targetRefs names an object that does not exist in the namespace of the policy. A policy reaches its own namespace only.',
    why: 'The policy turns on nothing and gets no status; the gateway speaks plain HTTP to the Service.',
    fix: 'Correct the name, or move the policy and its CA to the namespace of the Service.',
  },
  'POLICY-WITHOUT-TARGET': {
    title: 'A policy without targetRefs',
    what: 'A policy applies to what it names and to nothing else.',
    why: 'The API server refuses it, or it has no effect.',
    fix: 'Add spec.targetRefs with the Service.',
  },
  'POLICY-SECTION-IS-NUMBER': {
    title: 'A port number in sectionName',
    what: 'sectionName is the name of a Service port, not its number.',
    why: 'No port has that name, so the policy does not attach and the connection stays plain HTTP.',
    fix: 'Write the name of the port, after giving it one if needed.',
  },
  'POLICY-SECTION-NOT-FOUND': {
    title: 'A sectionName that no port has',
    what: 'The policy is meant for one port of the Service, and no port has that name.',
    why: 'The policy does not attach; where no other one does, the connection stays plain HTTP.',
    fix: 'Write the name of an existing port, or leave sectionName out to mean all.',
  },
  'POLICY-CONFLICT-LOST': {
    title: 'A policy that another one displaces',
    what: 'Two policies target the same port. One with sectionName wins over one without; else the older, else the first by name.',
    why: 'The loser gets Accepted=False, reason Conflicted, and its CA and host name are not used.',
    fix: 'Delete one, or let each name its own port in sectionName.',
  },
  'POLICY-NOT-USED': {
    title: 'A policy that no route leads to',
    what: 'No attached route sends requests to the Service that the policy targets.',
    why: 'Nothing connects with its settings, and controllers write no status for it.',
    fix: 'Add a route to the Service, or delete the policy.',
  },
  'POLICY-UDP-PORT': {
    title: 'A policy on a UDP port',
    what: 'Backend TLS runs over TCP.',
    why: 'The policy gets Accepted=False, reason Invalid.',
    fix: 'Target a TCP port.',
  },
  'POLICY-UDP-PORT-BESIDE': {
    title: 'A policy on a Service with UDP ports',
    what: 'The Service has TCP and UDP ports, and the policy names none of them.',
    why: 'It holds for the TCP ports only.',
    fix: 'Name the TCP port in sectionName to make that plain.',
  },
  'POLICY-SEVERAL-TARGETS': {
    title: 'A policy with several targets',
    what: 'targetRefs may list up to 16, but the Gateway API tells implementations not to support more than one.',
    why: 'What happens with the others differs between gateways.',
    fix: 'Write one policy for each Service.',
  },
  'POLICY-SEVERAL-CAS': {
    title: 'Several caCertificateRefs',
    what: 'A single ConfigMap is all that every gateway supports.',
    why: 'NGINX Gateway Fabric refuses more than one, kgateway reads the first alone, others join them.',
    fix: 'Put all CA certificates one after the other into one ca.crt.',
  },
  'POLICY-HOSTNAME-IS-IP': {
    title: 'An IP address as host name',
    what: 'validation.hostname is sent as SNI and compared with DNS names of the certificate. SNI takes no addresses.',
    why: 'The schema lets it pass, and the connection fails: no certificate matches, not even one with that address.',
    fix: 'Write a DNS name that stands in the certificate; it does not have to resolve.',
  },
  'POLICY-SAN-WILDCARD': {
    title: 'A wildcard in subjectAltNames',
    what: 'The list names exact identities. The schema lets a wildcard pass, gateways compare it letter by letter.',
    why: 'A certificate for a name below the wildcard does not match.',
    fix: 'List the names as they stand in the certificate.',
  },
  'TLS-PORT-WITHOUT-POLICY': {
    title: 'A port that says https, and no policy',
    what: 'appProtocol or the port name hints at TLS. Neither makes a gateway use it.',
    why: 'The gateway speaks plain HTTP, which a TLS port answers with 400.',
    fix: 'Add a BackendTLSPolicy for the Service.',
  },
};

/** Pages about Gateways, routes and backends. */
export const routePages: Readonly<Record<RouteFindingCode, FindingPage>> = {
  'GATEWAY-CLASS-UNKNOWN': {
    title: 'An unknown implementation',
    what: 'The controllerName of the GatewayClass says which software runs a Gateway. The class is not among the files, or is one this app does not know.',
    why: 'Which checks apply, and in whose words they fail, cannot be told for sure.',
    fix: 'Add the GatewayClass, or choose the implementation.',
  },
  'CLIENT-CERTIFICATE-NEVER-SENT': {
    title: 'A client certificate without TLS',
    what: 'spec.tls.backend says which certificate the Gateway presents. Whether it uses TLS at all is decided by a policy on each Service.',
    why: 'Without one the gateway speaks plain HTTP and presents nothing.',
    fix: 'Add a BackendTLSPolicy for the Service.',
  },
  'ROUTE-NOT-ATTACHED': {
    title: 'A route that its Gateway does not take',
    what: 'Namespace, kind, host name, port or section name do not fit any listener.',
    why: 'The route gets Accepted=False, and clients get 404.',
    fix: 'Make parentRefs and the listener agree, as the message of the condition says.',
  },
  'ROUTE-SEVERAL-PARENTS': {
    title: 'A route of several Gateways',
    what: 'Each parent makes its own connections, with its own client certificate and software.',
    why: 'One may work while another fails.',
    fix: 'Look at each connection by itself.',
  },
  'ROUTE-NAMESPACE-LABELS-UNKNOWN': {
    title: 'Labels of a route namespace are missing',
    what: 'The listener chooses namespaces of routes by label, and the Namespace is not among the files.',
    why: 'Whether the route is attached cannot be told; it is taken to be.',
    fix: 'Add the Namespace with its labels.',
  },
  'BACKEND-PORT-NOT-FOUND': {
    title: 'A backendRef to a port that does not exist',
    what: 'backendRefs name the port of the Service, not the port of the container.',
    why: 'The route gets ResolvedRefs=False, and its requests get 500.',
    fix: 'Write a port of the Service, or add it there.',
  },
  'BACKEND-PORT-NOT-GIVEN': {
    title: 'A Service without a port in backendRefs',
    what: 'A reference to a Service needs a port.',
    why: 'The API server refuses the route.',
    fix: 'Add port to the backendRef.',
  },
  'BACKEND-NOT-READ': {
    title: 'A backend that this app does not read',
    what: 'backendRefs may name any kind. This one is not among those whose TLS settings are known here.',
    why: 'Nothing is concluded about the connection.',
    fix: 'Nothing; check it with the tools of its project.',
  },
  'BACKEND-EXTERNAL-NAME': {
    title: 'A Service of type ExternalName',
    what: 'It is an alias for a DNS name. The Gateway API advises against such backends because they can reach hosts of other tenants.',
    why: 'Some gateways refuse it, others connect.',
    fix: 'Use the Backend kind of your gateway.',
  },
  'SERVICE-SELECTS-NOTHING': {
    title: 'A Service without workload',
    what: 'No pod template of its namespace carries the labels of the selector.',
    why: 'What the backend presents is not known, so its side of the handshake is not checked; in the cluster it would have no endpoints.',
    fix: 'Add the workload, correct the selector, or assign the certificates.',
  },
};
