import { sentences, when, withStop, word } from '../../gateway-api/wording/words.ts';
import type { Wording } from '../../model/index.ts';

/** Findings about the two ends of a connection. */
export type ConnectionFindingCode =
  | 'TLS-PLAINTEXT-TO-TLS-PORT'
  | 'TLS-TO-PLAINTEXT-PORT'
  | 'TLS-NO-SHARED-VERSION'
  | 'TLS-NO-SHARED-CIPHER'
  | 'TLS-NO-SHARED-GROUP'
  | 'TLS-NO-SHARED-PROTOCOL'
  | 'TLS-CURVE-NOT-OFFERED'
  | 'TLS-KEY-USAGE'
  | 'TLS-SERVER-NAME-REJECTED'
  | 'TLS-KEY-CANNOT-SIGN'
  | 'TLS-KEY-MISMATCH'
  | 'TLS-NGINX-RELOAD-FAILS'
  | 'TLS-GATEWAY-REFUSES-FILES'
  | 'TLS-BACKEND-DOES-NOT-START'
  | 'TLS-CLIENT-CERT-MISSING'
  | 'TLS-CLIENT-CERT-NOT-ASKED';

/** What stands for an empty list of versions. */
const NO_VERSION = 'no TLS version';

/** Where an nginx backend sets it. */
function directive({ nginx }: Readonly<Record<string, string>>, name: string): string {
  return nginx === undefined ? '' : ` (${name})`;
}

/** Texts for {@link ConnectionFindingCode}. Params: `object`, `backend`, `target`, `host`, `subject`, `log`, `loader`. */
export const connectionWording: Record<ConnectionFindingCode, Wording> = {
  'TLS-PLAINTEXT-TO-TLS-PORT': {
    title: (params) =>
      `The gateway speaks plain HTTP to the TLS port of ${word(params, 'backend')}`,
    detail: (params) =>
      sentences(
        params.answer === undefined
          ? 'The port waits for a ClientHello and gets a request.'
          : `The backend answers 400 "${params.answer}".`,
        when(params, 'reason', (reason) => `Reason: ${withStop(reason)}`),
      ),
    action: (params) => `Add a BackendTLSPolicy that targets ${word(params, 'target')}.`,
    source: 'GEP-1897; nginx code 497',
  },
  'TLS-TO-PLAINTEXT-PORT': {
    title: (params) => `The gateway starts TLS on a plain HTTP port of ${word(params, 'backend')}`,
    detail: () =>
      'The backend takes the ClientHello for a request line, and its answer is no TLS record: NGINX and Envoy call that "wrong version number", agentgateway a corrupt message.',
    action: (params) =>
      `Point the BackendTLSPolicy at the TLS port of ${word(params, 'target')}, or turn on TLS in the backend.`,
    source:
      'RFC 8446 §5.1; OpenSSL and BoringSSL SSL_R_WRONG_VERSION_NUMBER; rustls InvalidMessage::InvalidContentType',
  },
  'TLS-NO-SHARED-VERSION': {
    title: (params) => `The gateway and ${word(params, 'backend')} share no TLS version`,
    detail: () => 'The backend answers the ClientHello with the alert protocol_version.',
    action: (params) =>
      params.offered === NO_VERSION
        ? 'Set the lowest and the highest TLS version of the gateway so that at least one is left.'
        : `Allow ${word(params, 'offered')} in ${word(params, 'backend')}${directive(params, 'ssl_protocols')}, or another version at the gateway.`,
    source: 'RFC 8446 §4.1.1, §6.2',
  },
  'TLS-NO-SHARED-CIPHER': {
    title: (params) => `The gateway and ${word(params, 'backend')} share no cipher`,
    detail: () =>
      'No TLS 1.2 suite stands in both lists and fits the certificate, so the backend answers with the alert handshake_failure.',
    action: (params) =>
      `Allow TLS 1.3 or more suites in ${word(params, 'backend')}${directive(params, 'ssl_ciphers')}, or present a certificate of the other key type.`,
    source: 'RFC 5246 §7.4.1.3; OpenSSL ssl3_choose_cipher',
  },
  'TLS-NO-SHARED-GROUP': {
    title: (params) => `The gateway and ${word(params, 'backend')} share no key exchange group`,
    detail: () =>
      'No group stands in both lists, so the backend answers with the alert handshake_failure.',
    action: (params) => `Allow X25519 or P-256 in ${word(params, 'object')}.`,
    source: 'RFC 8446 §4.2.7, §4.2.8',
  },
  'TLS-NO-SHARED-PROTOCOL': {
    title: (params) => `The gateway and ${word(params, 'backend')} share no application protocol`,
    detail: () =>
      'The backend knows none of the protocols that the gateway offers and answers with the alert no_application_protocol.',
    action: (params) => `Allow http/1.1 or h2 in ${word(params, 'object')}.`,
    source: 'RFC 7301 §3.2',
  },
  'TLS-CURVE-NOT-OFFERED': {
    title: (params) =>
      `The key of ${word(params, 'subject')} is on a curve that the gateway does not offer`,
    detail: (params) =>
      `In TLS 1.2 an EC certificate has to be on a curve that the gateway offers: ${word(params, 'offered')}. This one is on ${word(params, 'curve')}.`,
    action: (params) =>
      `Allow TLS 1.3 on both ends, or issue the certificate in ${word(params, 'object')} with an EC P-256 key.`,
    source: 'RFC 8422 §5.1; BoringSSL ssl_check_leaf_certificate; OpenSSL tls12_check_peer_sigalg',
  },
  'TLS-KEY-USAGE': {
    title: (params) => `${word(params, 'subject')} may not be used for signatures`,
    detail: (params) =>
      word(params, 'reason') === 'CANNOT_PARSE_LEAF_CERT'
        ? 'Its key usage is no sound BIT STRING. Envoy reports CANNOT_PARSE_LEAF_CERT before it looks at the chain.'
        : `Its key usage is ${word(params, 'usages') || 'empty'}, without digitalSignature. Envoy reports KEY_USAGE_BIT_INCORRECT; NGINX and agentgateway accept it.`,
    action: (params) =>
      `Issue the certificate in ${word(params, 'object')} with digitalSignature in the key usage.`,
    source: 'RFC 8446 §4.4.2.2; BoringSSL ssl_cert_check_key_usage',
  },
  'TLS-SERVER-NAME-REJECTED': {
    title: (params) => `${word(params, 'backend')} refuses the server name ${word(params, 'host')}`,
    detail: () =>
      'The server block that this name selects has ssl_reject_handshake on and answers with the alert unrecognized_name.',
    action: (params) =>
      `Set the hostname of the BackendTLSPolicy to a server_name of ${word(params, 'backend')}.`,
    source: 'RFC 6066 §3; nginx ssl_reject_handshake',
  },
  'TLS-KEY-CANNOT-SIGN': {
    title: (params) => `The key of ${word(params, 'subject')} cannot be used in TLS`,
    detail: (params) => `The two ends share no signature algorithm for ${word(params, 'key')}.`,
    action: (params) =>
      `Issue the certificate in ${word(params, 'object')} with a key of type ${word(params, 'kinds')}, and put that key beside it.`,
    source: 'RFC 8446 §4.2.3, §4.4.2.2; OpenSSL tls_choose_sigalg',
  },
  'TLS-KEY-MISMATCH': {
    title: (params) => `The key in ${word(params, 'object')} does not belong to the certificate`,
    detail: (params) =>
      sentences(
        'A signature made with the key does not verify with the public key of the certificate.',
        when(params, 'loader', (loader) => `${loader} says: ${word(params, 'log')}`),
      ),
    action: (params) =>
      `Put the key that belongs to the certificate into ${word(params, 'object')}, leaf certificate first in tls.crt.`,
    source: 'OpenSSL X509_check_private_key; nginx ngx_ssl_certificate; Envoy loadPrivateKey',
  },
  'TLS-NGINX-RELOAD-FAILS': {
    title: (params) => `nginx refuses the configuration because of ${word(params, 'object')}`,
    detail: (params) =>
      `The whole Gateway keeps its previous configuration (Programmed=False). nginx says: ${word(params, 'log')}`,
    action: (params) =>
      `Repair ${word(params, 'what')} in ${word(params, 'object')}: PEM as OpenSSL reads it, every block complete.`,
    source: 'nginx ngx_http_proxy_set_ssl; OpenSSL PEM_read_bio_X509_AUX',
  },
  'TLS-GATEWAY-REFUSES-FILES': {
    title: (params) =>
      `${word(params, 'loader')} refuses ${word(params, 'what')} in ${word(params, 'object')}`,
    detail: (params) =>
      `No condition of a Kubernetes object says so. ${word(params, 'loader')} says: ${word(params, 'log')}`,
    action: (params) => `Repair ${word(params, 'what')} in ${word(params, 'object')}.`,
    source: 'Envoy TlsContext::loadCertificateChain, DefaultCertValidator; rustls CertifiedKey',
  },
  'TLS-BACKEND-DOES-NOT-START': {
    title: (params) =>
      params.unlessStarted === undefined
        ? `${word(params, 'backend')} does not start because of ${word(params, 'object')}`
        : `${word(params, 'backend')} cannot use ${word(params, 'what')} in ${word(params, 'object')}`,
    detail: (params) =>
      params.loader === undefined
        ? `It cannot be loaded: ${word(params, 'log')}.`
        : `${params.loader} says: ${word(params, 'log')}`,
    action: (params) =>
      `Repair ${word(params, 'what')} in ${word(params, 'object')}: ${word(params, 'format')}.`,
    source: 'nginx ngx_http_ssl_merge_srv_conf; OpenSSL PEM_read_bio_X509_AUX',
  },
  'TLS-CLIENT-CERT-MISSING': {
    title: (params) => `${word(params, 'backend')} requires a client certificate and gets none`,
    detail: (params) =>
      sentences(
        params.nginx === undefined
          ? 'The backend ends the connection.'
          : 'The client sees 400 "No required SSL certificate was sent"; the gateway logs nothing.',
        when(params, 'isGrpc', () => 'NGINX Gateway Fabric presents none on gRPC routes.'),
      ),
    action: (params) =>
      `Set spec.tls.backend.clientCertificateRef of ${word(params, 'object')} to a kubernetes.io/tls Secret.`,
    source: 'GEP-3155; nginx ssl_verify_client, code 496',
  },
  'TLS-CLIENT-CERT-NOT-ASKED': {
    title: (params) => `${word(params, 'backend')} does not ask for the client certificate`,
    detail: (params) =>
      `${word(params, 'object')} has ${word(params, 'subject')} for its backends; this one does not verify clients.`,
    action: (params) =>
      params.nginx === undefined
        ? `Turn on client certificates, with a client CA, in ${word(params, 'backend')} when only the gateway may connect.`
        : `Set ssl_verify_client on and ssl_client_certificate in ${word(params, 'backend')} when only the gateway may connect.`,
    source: 'RFC 8446 §4.3.2; nginx ssl_verify_client',
  },
};
