import { sentences, when, word } from '../../gateway-api/wording/words.ts';
import type { Wording } from '../../model/index.ts';

/** Findings about who issued what. */
export type ChainFindingCode =
  | 'TLS-CA-DID-NOT-ISSUE'
  | 'TLS-ISSUER-NOT-FOUND'
  | 'TLS-MISSING-INTERMEDIATE'
  | 'TLS-SELF-SIGNED-NOT-TRUSTED'
  | 'TLS-ROOT-MISSING'
  | 'TLS-CHAIN-TOO-LONG'
  | 'TLS-CA-WRONG-KEY'
  | 'TLS-CLIENT-CERT-NOT-TRUSTED'
  | 'TLS-AMBIGUOUS-ANCHORS';

const PATH = 'RFC 5280 §6.1; OpenSSL build_chain';

/**
 * Texts for {@link ChainFindingCode}. Params: `object` (to change), `presenter` (object that holds the chain), `subject`,
 * `issuer`, `trusted`, `verifier`, `depth`, `library`, `searches` (it tries every issuer), `quiet` (its log names another error); `found` and `foundIn` when the workspace holds the certificate that fits.
 */
export const chainWording: Record<ChainFindingCode, Wording> = {
  'TLS-CA-DID-NOT-ISSUE': {
    title: (params) => `CA in ${word(params, 'object')} did not issue the server certificate`,
    detail: (params) =>
      `Trusted: ${word(params, 'trusted')}. Issuer of ${word(params, 'subject')}: ${word(params, 'issuer')}.`,
    action: (params) =>
      sentences(
        when(
          params,
          'foundIn',
          (place) =>
            `Put ${word(params, 'found')} from ${place} into ${word(params, 'object')}: its key verifies the signature.`,
        ) ||
          `Put the CA certificate of ${word(params, 'issuer')} into ${word(params, 'object')}, or have ${word(params, 'trusted')} issue the server certificate.`,
      ),
    source: PATH,
  },
  'TLS-ISSUER-NOT-FOUND': {
    title: () => 'Issuer of the server certificate is neither presented nor trusted',
    detail: (params) =>
      `${word(params, 'issuer')} issued ${word(params, 'subject')}. ${word(params, 'presenter')} presents the leaf alone, and ${word(params, 'object')} holds ${word(params, 'trusted')}.`,
    action: (params) =>
      `Append ${word(params, 'issuer')} to tls.crt in ${word(params, 'presenter')} when it is an intermediate below ${word(params, 'trusted')}; else put the CA certificate of ${word(params, 'issuer')} into ${word(params, 'object')}.`,
    source: PATH,
  },
  'TLS-MISSING-INTERMEDIATE': {
    title: (params) => `${word(params, 'presenter')} lacks an intermediate certificate`,
    detail: (params) =>
      `${word(params, 'issuer')} issued ${word(params, 'subject')} and is not presented with it, so no path leads to ${word(params, 'trusted')}.`,
    action: (params) =>
      `Append ${word(params, 'found')} from ${word(params, 'foundIn')} to tls.crt in ${word(params, 'presenter')}, after the leaf.`,
    source: `${PATH}; RFC 8446 §4.4.2`,
  },
  'TLS-SELF-SIGNED-NOT-TRUSTED': {
    title: () => 'Self-signed server certificate is not trusted',
    detail: (params) =>
      `${word(params, 'subject')} signs itself and does not stand in ${word(params, 'object')}, which holds ${word(params, 'trusted')}.`,
    action: (params) =>
      `Put this very certificate into ${word(params, 'object')}, or have a CA issue the server certificate.`,
    source: PATH,
  },
  'TLS-ROOT-MISSING': {
    title: (params) => `${word(params, 'object')} holds no root`,
    detail: (params) =>
      `The path ends at ${word(params, 'subject')}, which is trusted and not self-signed. OpenSSL asks for its issuer ${word(params, 'issuer')} too.`,
    action: (params) =>
      `Add the root certificate ${word(params, 'issuer')} to ${word(params, 'object')}.`,
    source: `${PATH} (X509_V_FLAG_PARTIAL_CHAIN is off in nginx)`,
  },
  'TLS-CHAIN-TOO-LONG': {
    title: () => 'More intermediates than the verify depth allows',
    detail: (params) =>
      sentences(
        `${word(params, 'verifier')} allows ${word(params, 'depth')} between leaf and root.`,
        when(
          params,
          'quiet',
          () =>
            'The log says "unable to get local issuer certificate", not that the chain is too long.',
        ),
      ),
    action: () =>
      'Issue from a CA closer to the root, or raise the verify depth where it can be set.',
    source: 'nginx proxy_ssl_verify_depth, ssl_verify_depth; OpenSSL build_chain',
  },
  'TLS-CA-WRONG-KEY': {
    title: (params) => `A CA in ${word(params, 'object')} has the right name and another key`,
    detail: (params) =>
      sentences(
        `${word(params, 'issuer')} is taken for the issuer of ${word(params, 'subject')} by its name, and its key does not verify the signature.`,
        when(params, 'searches', () => 'Every other certificate of that name was tried too.') ||
          `${word(params, 'library')} does not try another one.`,
      ),
    action: (params) =>
      `Replace it in ${word(params, 'object')} by the certificate whose key signed ${word(params, 'subject')}, or put that one first.`,
    source: 'RFC 5280 §6.1.3 (a)(1); OpenSSL internal_verify',
  },
  'TLS-CLIENT-CERT-NOT-TRUSTED': {
    title: (params) => `CA in ${word(params, 'object')} did not issue the client certificate`,
    detail: (params) =>
      `${word(params, 'verifier')} trusts ${word(params, 'trusted')}. Issuer of ${word(params, 'subject')}: ${word(params, 'issuer')}.`,
    action: (params) =>
      when(
        params,
        'foundIn',
        (place) =>
          `Put ${word(params, 'found')} from ${place} into ${word(params, 'object')}: its key verifies the signature.`,
      ) ||
      `Put the CA certificate of ${word(params, 'issuer')} into ${word(params, 'object')}, or issue the client certificate from ${word(params, 'trusted')}.`,
    source: PATH,
  },
  'TLS-AMBIGUOUS-ANCHORS': {
    title: (params) => `Two CAs in ${word(params, 'object')} are called ${word(params, 'issuer')}`,
    detail: (params) =>
      `They have different keys and no key identifiers that tell them apart. ${word(params, 'library')} takes one that is valid now and does not try the other.`,
    action: (params) =>
      `Replace them in ${word(params, 'object')} by certificates with subject key identifiers, or leave out the one that is no longer used.`,
    source:
      'RFC 5280 §4.2.1.2; OpenSSL X509_STORE_CTX_get1_issuer, BoringSSL X509_STORE_CTX_get1_issuer',
  },
};
