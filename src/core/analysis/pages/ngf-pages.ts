import type { NgfFindingCode } from '../../implementations/nginx-gateway-fabric/findings.ts';
import type { FindingPage } from './types.ts';

/** Pages about NGINX Gateway Fabric. */
export const ngfPages: Readonly<Record<NgfFindingCode, FindingPage>> = {
  'NGF-POLICY-REFUSED': {
    title: 'NGINX Gateway Fabric refuses a BackendTLSPolicy',
    what: 'Its controller checks host name, number of CA references and the first PEM block of the CA before it writes any configuration.',
    why: 'Requests to the Service get 500; the condition of the policy says why.',
    fix: 'Correct the field that the message names.',
  },
  'NGF-SECRET-TYPE-REFUSED': {
    title: 'A Secret of a type that NGINX Gateway Fabric does not read',
    what: 'It reads Secrets of type kubernetes.io/tls alone, even where only ca.crt is needed. Opaque ones are refused.',
    why: 'A CA in such a Secret makes requests fail with 500; a client certificate in one is not presented.',
    fix: 'Put the CA into a ConfigMap, or make the Secret anew with type kubernetes.io/tls.',
  },
  'NGF-BACKEND-REFUSED': {
    title: 'NGINX Gateway Fabric refuses a backendRef',
    what: 'The kind, namespace, port or type of the backend does not fit.',
    why: 'The share of requests that goes to this backend gets a 5xx answer.',
    fix: 'Correct the field that the message names.',
  },
  'NGF-POLICIES-DIFFER': {
    title: 'Backends of one rule with different policies',
    what: 'nginx has one set of proxy_ssl directives for a location, so all backends of a rule need the same CA and host name.',
    why: 'All backends of the rule are refused, also those that would work alone.',
    fix: 'Make the policies equal, or put the backends into rules of their own.',
  },
  'NGF-RULE-SHARES-TLS': {
    title: 'A backend that gets TLS from its neighbour',
    what: 'One backend of the rule has a policy and another has none. The first turns on https for the whole location.',
    why: 'A plain HTTP backend then gets a TLS handshake, and its requests get 502.',
    fix: 'Give it a policy, or a rule of its own.',
  },
  'NGF-ANCESTOR-LIMIT': {
    title: 'A policy with no room for another Gateway',
    what: 'The status of a policy lists at most 16 ancestors. NGINX Gateway Fabric leaves the policy out of Gateways beyond that.',
    why: 'Those Gateways speak plain HTTP to the Service.',
    fix: 'Split the policy, or let fewer Gateways lead to its Services.',
  },
  'NGF-OLDER-POLICY-WINS': {
    title: 'NGINX Gateway Fabric prefers the older policy',
    what: 'The Gateway API prefers the policy that names the port. NGINX Gateway Fabric compares age and name only.',
    why: 'The policy for the port is Conflicted, and the CA of the general one is used.',
    fix: 'Give each policy a sectionName.',
  },
  'NGF-SAN-IGNORED': {
    title: 'NGINX Gateway Fabric ignores subjectAltNames',
    what: 'nginx compares the certificate with one name, that of validation.hostname. No code reads the list.',
    why: 'A certificate that has only the listed names is refused, one with the host name passes, and no condition says so.',
    fix: 'Make validation.hostname a name that stands in the certificate.',
  },
  'NGF-OPTIONS-IGNORED': {
    title: 'NGINX Gateway Fabric ignores spec.options',
    what: 'Options are settings of single implementations; it knows none.',
    why: 'What they ask for does not happen.',
    fix: 'Remove them.',
  },
  'NGF-CA-BASE64': {
    title: 'A CA encoded once too often',
    what: 'ca.crt holds base64 of PEM text. NGINX Gateway Fabric takes that off, others do not.',
    why: 'The same ConfigMap fails with every other gateway.',
    fix: 'Write the PEM text itself.',
  },
  'NGF-CA-SECRET-WITHOUT-CA': {
    title: 'A Secret as CA, without ca.crt',
    what: 'The controller accepts a TLS Secret whose key pair fits and writes an empty CA file.',
    why: 'nginx refuses the whole configuration, and the Gateway keeps the one it had.',
    fix: 'Add ca.crt, or use a ConfigMap.',
  },
  'NGF-KEY-PAIR-UNCHECKED': {
    title: 'A bad key pair that passes the controller',
    what: 'In a Secret with ca.crt, the verdict on the CA replaces the one on tls.crt and tls.key.',
    why: 'The status says that all is well, and nginx fails to load the key.',
    fix: 'Put a fitting pair into the Secret.',
  },
  'NGF-RELOAD-FAILS': {
    title: 'nginx refuses the configuration of the whole Gateway',
    what: 'A CA bundle or client certificate that the control plane accepted cannot be loaded by nginx, so the configuration test fails and the reload is rolled back.',
    why: 'One configuration holds all connections of a Gateway. nginx goes on with the last one that loaded, so no change takes effect for any of them; a Gateway that never had one serves nothing. Gateway and listeners get Programmed=False.',
    fix: 'Correct the object that nginx names: every certificate of ca.crt must be whole, and a client certificate needs RSA of 2048 bits or more and no SHA-1 signature.',
  },
  'NGF-ADDRESS-REFUSED': {
    title: 'NGINX Gateway Fabric refuses an address of a Gateway',
    what: 'spec.addresses has an address that is no IP address.',
    why: 'The whole Gateway is invalid: it gets no nginx, and its routes find no parent.',
    fix: 'Use type IPAddress, or leave the address out.',
  },
  'NGF-CLIENT-CERTIFICATE-REFUSED': {
    title: 'NGINX Gateway Fabric refuses the client certificate of a Gateway',
    what: 'The Secret of spec.tls.backend is missing, not permitted, of another type or not a pair.',
    why: 'The Gateway gets ResolvedRefs=False and stays programmed: it presents nothing, and backends that demand a certificate answer 400. Versions 2.3 and 2.4 find the whole Gateway invalid and remove its nginx: clients get no connection.',
    fix: 'Correct the reference or the Secret.',
  },
  'NGF-CLIENT-CERTIFICATE-GRPC': {
    title: 'No client certificate on gRPC routes of NGINX Gateway Fabric',
    what: 'It writes proxy_ssl_certificate, which nginx uses for HTTP; for gRPC it would have to write grpc_ssl_certificate.',
    why: 'A backend that demands a certificate answers 400, while all conditions are True.',
    fix: 'Do not demand one from gRPC backends, or add the directive with a SnippetsFilter.',
  },
  'NGF-CLIENT-CERTIFICATE-VERSION': {
    title: 'A version of NGINX Gateway Fabric without client certificates',
    what: 'spec.tls.backend of a Gateway is read since 2.3.',
    why: 'Older versions present nothing.',
    fix: 'Use 2.3 or later.',
  },
};
