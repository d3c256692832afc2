import { describe, expect, it } from 'vitest';
import type { Library, VerifyEvent } from '../../verify/types.ts';
import { verifyRule } from './verify-rules.ts';

const event = (library: Library, code: number, name: string, text = ''): VerifyEvent => ({
  library,
  code,
  name,
  text,
  depth: 0,
});

describe('verifyRule', () => {
  it.each<[category: string, source: string, event: VerifyEvent]>([
    ['trust', 'RFC 5280, section 6.1; OpenSSL build_chain', event('openssl', 20, '')],
    ['trust', 'RFC 5280, section 6.1; BoringSSL X509_verify_cert', event('boringssl', 20, '')],
    [
      'trust',
      'RFC 5280, section 6.1; rustls-webpki PathBuilder::build_chain',
      event('webpki', 0, 'UnknownIssuer'),
    ],
    [
      'trust',
      'RFC 5280, section 6.1; Go crypto/x509 Certificate.buildChains',
      event('go', 0, 'UnknownAuthorityError'),
    ],
    ['purpose', 'RFC 5280, section 6.1.4 (k); OpenSSL check_extensions', event('openssl', 79, '')],
    [
      'purpose',
      'RFC 5280, section 6.1.4 (k); BoringSSL check_chain_extensions',
      event('boringssl', 24, ''),
    ],
    [
      'purpose',
      'RFC 5280, section 6.1.4 (k); rustls-webpki check_basic_constraints, check_eku',
      event('webpki', 0, 'EndEntityUsedAsCa'),
    ],
    [
      'purpose',
      'RFC 5280, section 6.1.4 (k); Go crypto/x509 Certificate.isValid, Verify',
      event('go', 0, 'NotAuthorizedToSign'),
    ],
    [
      'strength',
      'Security level 2; OpenSSL check_auth_level',
      event('openssl', 68, 'X509_V_ERR_CA_MD_TOO_WEAK'),
    ],
    [
      'strength',
      'RFC 5280, section 6.1; rustls-webpki SUPPORTED_SIG_ALGS',
      event('webpki', 0, 'UnsupportedSignatureAlgorithm'),
    ],
    [
      'strength',
      'RFC 5280, section 6.1; Go crypto/x509 checkSignature',
      event('go', 0, 'InsecureAlgorithmError'),
    ],
    [
      'names',
      'RFC 5280, section 6.1.3 (b); BoringSSL check_name_constraints',
      event('boringssl', 67, ''),
    ],
    [
      'names',
      'RFC 5280, section 6.1.3 (b); Go crypto/x509 checkChainConstraints',
      event('go', 0, 'CANotAuthorizedForThisName'),
    ],
    ['other', 'RFC 5280, section 6.1; BoringSSL X509_verify_cert', event('boringssl', 66, '')],
    [
      'other',
      'RFC 5280, section 6.1; rustls-webpki verify_for_usage',
      event('webpki', 0, 'BadDer'),
    ],
    [
      'other',
      'RFC 5280, section 6.1; Go crypto/x509 Certificate.Verify',
      event('go', 0, 'ParseError'),
    ],
  ])('%s: %s', (category, source, asked) => {
    const rule = verifyRule(asked);
    expect([rule.category, rule.source]).toEqual([category, source]);
  });

  it.each([
    ['x509: … current time 2025 is before 2026', 'begun'],
    ['x509: … current time 2027 is after 2026', 'not ended'],
  ])('tells from the words of Go which end of the validity it is: %s', (text, word) => {
    expect(verifyRule(event('go', 0, 'Expired', text)).requires).toContain(word);
  });
});
