/** What a verify error is about; each category is one check of a validation step. */
export type VerifyCategory =
  'trust' | 'time' | 'signature' | 'purpose' | 'extension' | 'strength' | 'names' | 'other';

export interface VerifyRule {
  readonly category: VerifyCategory;
  /** What the library asks for. */
  readonly requires: string;
  /** Paragraph and function. */
  readonly source: string;
}

const PATH = 'RFC 5280, section 6.1';

const RULES: Readonly<Record<number, VerifyRule>> = {
  2: {
    category: 'trust',
    requires: 'a path that ends at a self-signed certificate among the trusted ones',
    source: `${PATH}; OpenSSL build_chain`,
  },
  6: signature('a public key of the issuer that can be read'),
  7: signature("a signature that the issuer's key verifies"),
  9: time('a validity period that has begun', '(a)(2)'),
  10: time('a validity period that has not ended', '(a)(2)'),
  13: time('a start date that can be read', '(a)(2)'),
  14: time('an end date that can be read', '(a)(2)'),
  18: trust('a self-signed certificate only when it is itself among the trusted ones'),
  19: trust('a root among the trusted certificates'),
  20: trust('the issuer of every certificate among the trusted or the presented ones'),
  21: trust('the issuer of the certificate'),
  22: trust('no more intermediates than the verify depth allows'),
  24: purpose('CA certificates'),
  25: purpose('no more CAs below than the path length allows', '(l)'),
  26: purpose('a certificate whose usages allow what it is used for'),
  32: purpose('keyCertSign in the key usage of an issuer', '(n)'),
  34: extension('no critical extension that is not understood'),
  40: extension('no proxy certificate'),
  47: names('names within the permitted subtrees', '(b)'),
  48: names('names outside the excluded subtrees', '(c)'),
  49: names('name constraints without minimum and maximum', '(b)'),
  51: names('name constraints of a known kind', '(b)'),
  52: names('name constraints that can be read', '(b)'),
  53: names('names that can be compared with the constraints', '(b)'),
  66: strength('a key of at least 112 bits of security (RSA 1963, EC P-224)'),
  67: strength('a CA key of at least 112 bits of security (RSA 1963, EC P-224)'),
  68: strength('a signature of at least 112 bits of security (SHA-224)'),
  79: purpose('issuers that are CAs', '(k)'),
  94: extension('an EC key on a named curve'),
};

const OTHER: VerifyRule = {
  category: 'other',
  requires: 'a certificate that OpenSSL accepts',
  source: `${PATH}; OpenSSL X509_verify_cert`,
};

/** The rule behind one X509_V_ERR number. */
export function verifyRule(code: number): VerifyRule {
  return RULES[code] ?? OTHER;
}

function trust(requires: string): VerifyRule {
  return { category: 'trust', requires, source: `${PATH}; OpenSSL build_chain` };
}

function time(requires: string, item: string): VerifyRule {
  return { category: 'time', requires, source: `${PATH}.3 ${item}; OpenSSL internal_verify` };
}

function signature(requires: string): VerifyRule {
  return { category: 'signature', requires, source: `${PATH}.3 (a)(1); OpenSSL internal_verify` };
}

function purpose(requires: string, item = ''): VerifyRule {
  const paragraph = item === '' ? 'RFC 5280, section 4.2.1.12' : `${PATH}.4 ${item}`;
  return { category: 'purpose', requires, source: `${paragraph}; OpenSSL check_extensions` };
}

function extension(requires: string): VerifyRule {
  return {
    category: 'extension',
    requires,
    source: 'RFC 5280, section 4.2; OpenSSL check_extensions',
  };
}

function strength(requires: string): VerifyRule {
  return { category: 'strength', requires, source: 'OpenSSL security level 2; check_auth_level' };
}

function names(requires: string, item: string): VerifyRule {
  return {
    category: 'names',
    requires,
    source: `${PATH}.3 ${item}; OpenSSL check_name_constraints`,
  };
}
