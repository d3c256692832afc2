import type { ConnectionFindingCode } from '../../handshake/wording/connection.ts';
import type { FindingPage } from './types.ts';

/** Pages about the two ends of a connection. */
export const connectionPages: Readonly<Record<ConnectionFindingCode, FindingPage>> = {
  'TLS-PLAINTEXT-TO-TLS-PORT': {
    title: 'Plain HTTP to a TLS port',
    what: 'No policy turns on TLS for this backend, and the backend speaks TLS on the port.',
    why: 'nginx as backend answers 400 "The plain HTTP request was sent to HTTPS port"; nothing is encrypted.',
    fix: 'Add a BackendTLSPolicy that targets the Service.',
  },
  'TLS-TO-PLAINTEXT-PORT': {
    title: 'TLS to a plain HTTP port',
    what: 'A policy turns on TLS, and the backend speaks plain HTTP on the port.',
    why: 'The gateway reports "wrong version number" or a corrupt message, and the client gets 502 or 503.',
    fix: 'Target the TLS port, or turn on TLS in the backend.',
  },
  'TLS-NO-SHARED-VERSION': {
    title: 'No TLS version in common',
    what: 'The versions that the gateway offers and those that the backend allows do not meet.',
    why: 'The backend answers with the alert protocol_version.',
    fix: 'Allow TLS 1.2 or 1.3 on both ends.',
  },
  'TLS-NO-SHARED-CIPHER': {
    title: 'No cipher in common',
    what: 'No TLS 1.2 suite stands in both lists and fits the key type of the certificate.',
    why: 'The backend answers with the alert handshake_failure.',
    fix: 'Allow TLS 1.3 or more suites, or present a certificate of the other key type.',
  },
  'TLS-NO-SHARED-GROUP': {
    title: 'No key exchange group in common',
    what: 'Both ends have to know one group, such as X25519 or P-256.',
    why: 'The backend answers with the alert handshake_failure.',
    fix: 'Allow X25519 or P-256 on both ends.',
  },
  'TLS-NO-SHARED-PROTOCOL': {
    title: 'No application protocol in common',
    what: 'The gateway offers protocols by ALPN, and the backend knows none of them.',
    why: 'The backend answers with the alert no_application_protocol.',
    fix: 'Allow http/1.1 or h2.',
  },
  'TLS-CURVE-NOT-OFFERED': {
    title: 'A key on a curve that is not offered',
    what: 'In TLS 1.2 an EC certificate has to be on one of the curves that the other side offers.',
    why: 'That side refuses the certificate although its chain is right.',
    fix: 'Allow TLS 1.3, or issue the certificate with a P-256 key.',
  },
  'TLS-KEY-USAGE': {
    title: 'A certificate that may not sign handshakes',
    what: 'Its keyUsage leaves out digitalSignature, with which a party proves its key in TLS.',
    why: 'Envoy refuses it with KEY_USAGE_BIT_INCORRECT; other gateways accept it.',
    fix: 'Issue it with digitalSignature.',
  },
  'TLS-SERVER-NAME-REJECTED': {
    title: 'The backend refuses the server name',
    what: 'The server block of nginx that the SNI selects has ssl_reject_handshake on.',
    why: 'The backend answers with the alert unrecognized_name.',
    fix: 'Set the host name of the policy to a server_name of the backend.',
  },
  'TLS-KEY-CANNOT-SIGN': {
    title: 'A key for which no signature algorithm is shared',
    what: 'The two ends have no signature algorithm in common for the type of this key.',
    why: 'The party cannot prove its key, and the handshake ends.',
    fix: 'Issue the certificate with a key of a type that both ends know, such as P-256 or RSA.',
  },
  'TLS-KEY-MISMATCH': {
    title: 'Key and certificate are no pair',
    what: 'tls.key is not the private half of the public key in the first certificate of tls.crt.',
    why: 'nginx, Envoy and Go each refuse to load them, so the party does not start or keeps what it had.',
    fix: 'Put the key there that the certificate was requested with, and the leaf first in tls.crt.',
  },
  'TLS-NGINX-RELOAD-FAILS': {
    title: 'nginx of the gateway refuses its configuration',
    what: 'A CA, certificate or key file of the gateway cannot be loaded. Controllers check less than nginx does.',
    why: 'The whole Gateway keeps its last configuration: no change to any route takes effect.',
    fix: 'Repair the file: PEM, every block complete.',
  },
  'TLS-GATEWAY-REFUSES-FILES': {
    title: 'The proxy refuses a CA, certificate or key',
    what: 'Envoy or agentgateway cannot load what the control plane sends.',
    why: 'Requests get 503, and no condition of a Kubernetes object says so.',
    fix: 'Repair what the message names.',
  },
  'TLS-BACKEND-DOES-NOT-START': {
    title: 'The backend cannot load its files',
    what: 'A certificate, key or CA of the backend is not as its software reads it: nginx, OpenSSL and Node.js by OpenSSL, programs in Go by crypto/tls.',
    why: 'The container exits, and the Service has no ready endpoint. A Go program may also go on and trust no client CA.',
    fix: 'Repair the file: PEM, every block complete, key and certificate a pair.',
  },
  'TLS-CLIENT-CERT-MISSING': {
    title: 'The backend demands a client certificate and gets none',
    what: 'The backend verifies clients, and the gateway has no certificate to present or does not present it here.',
    why: 'nginx answers 400 "No required SSL certificate was sent". The gateway passes that on and logs nothing.',
    fix: 'Set spec.tls.backend.clientCertificateRef of the Gateway, or the setting of your gateway for it.',
  },
  'TLS-CLIENT-CERT-NOT-ASKED': {
    title: 'A client certificate that nobody asks for',
    what: 'The gateway has one, and the backend does not verify clients.',
    why: 'Whoever reaches the backend may use it; mutual TLS is only half set up.',
    fix: 'Turn on client verification in the backend.',
  },
};
