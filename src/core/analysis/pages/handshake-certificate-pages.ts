import type { CertificateFindingCode } from '../../handshake/wording/certificate.ts';
import type { ChainFindingCode } from '../../handshake/wording/chain.ts';
import type { FindingPage } from './types.ts';

/** Pages about single certificates of a handshake. */
export const certificatePages: Readonly<Record<CertificateFindingCode, FindingPage>> = {
  'TLS-SERVER-CERT-EXPIRED': {
    title: 'The server certificate expired',
    what: 'On the chosen date the certificate of the backend is past its last day.',
    why: 'The gateway refuses the connection: nginx answers 502, Envoy and agentgateway 503.',
    fix: 'Issue the certificate again and renew it before its last day from now on.',
  },
  'TLS-CA-EXPIRED': {
    title: 'The CA of the server certificate expired',
    what: 'A CA certificate between the server certificate and the trusted root is past its last day.',
    why: 'nginx and Envoy refuse every certificate below it, however new. agentgateway does not look at the dates of a trusted CA, only of intermediates.',
    fix: 'Put the renewed CA certificate there; with the same key and name it covers what was issued before.',
  },
  'TLS-CLIENT-CERT-EXPIRED': {
    title: 'The client certificate expired',
    what: 'On the chosen date the certificate that the gateway presents is past its last day.',
    why: 'The backend refuses the client: nginx answers 400 "The SSL certificate error".',
    fix: 'Issue the certificate again.',
  },
  'TLS-CLIENT-CA-EXPIRED': {
    title: 'The client CA expired',
    what: 'The CA by which the backend checks clients is past its last day.',
    why: 'Every client certificate is refused, the one of the gateway included.',
    fix: 'Put the renewed CA certificate into the backend.',
  },
  'TLS-CERT-NOT-YET-VALID': {
    title: 'A certificate that is not valid yet',
    what: 'The chosen date is before its first day. Clocks that differ by minutes look the same.',
    why: 'It is refused like an expired one.',
    fix: 'Wait, correct the clock, or issue it with an earlier start.',
  },
  'TLS-CERT-EXPIRES-SOON': {
    title: 'A certificate with 30 days left or fewer',
    what: 'A server, client or CA certificate on a path that verifies ends within 30 days of the chosen date.',
    why: 'On that day the connection fails without any change to the manifests.',
    fix: 'Renew it before that day, and look at why it was not renewed by itself.',
  },
  'TLS-CERT-EXPIRES-THIS-WEEK': {
    title: 'A certificate with seven days left or fewer',
    what: 'A server, client or CA certificate on a path that verifies ends within a week. Automatic renewal, as of cert-manager, would have happened long before.',
    why: 'In a few days the connection fails; a weekend may be all that is left to notice it.',
    fix: 'Renew it now, and repair what should have renewed it.',
  },
  'TLS-CERT-PURPOSE': {
    title: 'A certificate made for another purpose',
    what: 'The extended key usage or key usage does not allow the side on which it is used: serverAuth for backends, clientAuth for gateways.',
    why: 'The other side refuses it.',
    fix: 'Issue it with the usage that the side needs.',
  },
  'TLS-CA-NOT-A-CA': {
    title: 'An issuer that is no CA',
    what: 'A certificate stands as issuer in the path, and its basic constraints or key usage do not let it issue.',
    why: 'nginx and Envoy refuse everything below it; agentgateway asks this of intermediates, not of trusted CAs.',
    fix: 'Issue the CA certificate with CA:TRUE and keyCertSign.',
  },
  'TLS-WEAK-KEY': {
    title: 'A key that is too weak',
    what: 'TLS libraries refuse short keys, such as RSA below 2048 bits at security level 2.',
    why: 'Which side refuses it depends on its library; the connection fails at that side.',
    fix: 'Make a new key: EC P-256, or RSA with 2048 bits or more.',
  },
  'TLS-WEAK-SIGNATURE': {
    title: 'A signature with a weak or unknown algorithm',
    what: 'The certificate is signed with a digest such as SHA-1, or an algorithm that the library does not accept.',
    why: 'It is refused by that library and may pass with another.',
    fix: 'Issue it with SHA-256 or better.',
  },
  'TLS-NAME-CONSTRAINTS': {
    title: 'A name that the CA may not issue for',
    what: 'Name constraints of a CA limit the names of all certificates below it.',
    why: 'The certificate is refused although its signature is right.',
    fix: 'Issue it for a name within the constraints, or from another CA.',
  },
  'TLS-CERT-REFUSED': {
    title: 'A certificate that the library refuses',
    what: 'Something about the certificate is against RFC 5280 or beyond what the library reads: an unknown critical extension, a broken field.',
    why: 'The handshake ends with the error that is quoted.',
    fix: 'Issue it again without what the message names.',
  },
  'TLS-HOST-MISMATCH': {
    title: 'The certificate has another name',
    what: 'The name that the policy wants is none of the names in the server certificate. A wildcard covers one label only.',
    why: 'The gateway refuses the connection: nginx answers 502, Envoy and agentgateway 503.',
    fix: 'Set the host name of the policy to a name in the certificate, or issue it for that name.',
  },
  'TLS-NO-SAN': {
    title: 'A certificate without alternative names',
    what: 'Host names belong into the subject alternative name. OpenSSL alone falls back to the common name.',
    why: 'It works behind NGINX and fails behind every other gateway.',
    fix: 'Issue it with the host as DNS name in the subject alternative name.',
  },
};

/** Pages about who issued what. */
export const chainPages: Readonly<Record<ChainFindingCode, FindingPage>> = {
  'TLS-CA-DID-NOT-ISSUE': {
    title: 'The trusted CA did not issue the server certificate',
    what: 'No path of signatures leads from the server certificate to a CA that the gateway trusts.',
    why: 'The gateway ends the handshake with unknown_ca: nginx answers 502, Envoy and agentgateway 503.',
    fix: 'Put the CA that issued it where the gateway reads its CA.',
  },
  'TLS-ISSUER-NOT-FOUND': {
    title: 'The issuer is neither presented nor trusted',
    what: 'The server presents its leaf alone, and the trusted CA is not its issuer. An intermediate may be missing, or the CA is another one.',
    why: 'The gateway finds no path and refuses the connection.',
    fix: 'Append the intermediate to tls.crt, or trust the CA that issued the leaf.',
  },
  'TLS-MISSING-INTERMEDIATE': {
    title: 'An intermediate certificate is missing',
    what: 'The trusted root issued an intermediate, which issued the leaf. The server does not present it.',
    why: 'The gateway finds no path, although the root is right. Browsers that know the intermediate hide this.',
    fix: 'Append the intermediate to tls.crt, after the leaf.',
  },
  'TLS-SELF-SIGNED-NOT-TRUSTED': {
    title: 'A self-signed certificate that is not trusted',
    what: 'The certificate signs itself and is not among the trusted ones.',
    why: 'The gateway refuses it: nobody vouches for it.',
    fix: 'Trust this very certificate, or have a CA issue one.',
  },
  'TLS-ROOT-MISSING': {
    title: 'A trust bundle without root',
    what: 'The bundle holds an intermediate. OpenSSL in nginx wants the path to end in a self-signed certificate; Envoy and agentgateway do not.',
    why: 'The same bundle passes with one gateway and fails with another.',
    fix: 'Add the root certificate to the bundle.',
  },
  'TLS-CHAIN-TOO-LONG': {
    title: 'A chain longer than the verify depth',
    what: 'A side allows a limited number of certificates between leaf and root.',
    why: 'It stops looking, and may report a missing issuer instead of the length.',
    fix: 'Issue from a CA closer to the root, or raise the depth where it can be set.',
  },
  'TLS-CA-WRONG-KEY': {
    title: 'A CA with the right name and another key',
    what: 'Issuers are found by name. A CA that was made anew under its old name has another key.',
    why: 'The signature does not verify, and some libraries try no other certificate of that name.',
    fix: 'Replace it by the certificate whose key signed, or put that one first.',
  },
  'TLS-CLIENT-CERT-NOT-TRUSTED': {
    title: 'The client CA did not issue the client certificate',
    what: 'The backend trusts one CA for clients, and another one issued the certificate of the gateway.',
    why: 'nginx answers 400 "The SSL certificate error"; others end the handshake.',
    fix: 'Put the CA of the client certificate into the backend, or issue the certificate from the trusted CA.',
  },
  'TLS-AMBIGUOUS-ANCHORS': {
    title: 'Two CAs of one name',
    what: 'They have different keys and no key identifiers, so a library cannot tell which one issued.',
    why: 'It takes one of them, and the connection works or fails with the order of the bundle.',
    fix: 'Use CA certificates with subject key identifiers, or leave the unused one out.',
  },
};
