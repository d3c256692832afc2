import type { VerifyEvent } from '../../verify/types.ts';
import { errorNumber, libraryName } from './error-number.ts';

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

/** A rule whose source is completed by the library's name and function. */
interface Draft {
  readonly category: VerifyCategory;
  readonly requires: string;
  readonly paragraph: string;
  readonly at: string;
}

const PATH = 'RFC 5280, section 6.1';

const RULES: Readonly<Record<number, Draft>> = {
  2: trust('a path that ends at a self-signed certificate among the trusted ones'),
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
  41: extension('extensions that can be read and agree with each other'),
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

/** What webpki asks for and OpenSSL has no number for. */
const WEBPKI: Readonly<Record<string, Draft>> = {
  CaUsedAsEndEntity: extension('a server certificate that is no CA (basicConstraints CA:FALSE)'),
  UnsupportedCertVersion: extension('certificates of version 3'),
  InvalidCertValidity: time('a validity period that ends after it begins', '(a)(2)'),
  SignatureAlgorithmMismatch: signature('the same algorithm inside and outside the signed part'),
  UnsupportedSignatureAlgorithm: weak(),
  UnsupportedSignatureAlgorithmContext: weak(),
  UnsupportedSignatureAlgorithmForPublicKey: weak(),
  UnsupportedSignatureAlgorithmForPublicKeyContext: weak(),
};

/** Of what Go asks for, what is not asked in the same words by OpenSSL. */
const GO: Readonly<Record<string, Draft>> = {
  InsecureAlgorithmError: {
    ...weak(),
    requires: 'signatures with SHA-256 or better',
  },
};

/** The other libraries have the same checks under other names. */
const FUNCTIONS = {
  openssl: {},
  boringssl: { build_chain: 'X509_verify_cert', check_extensions: 'check_chain_extensions' },
  webpki: {
    build_chain: 'PathBuilder::build_chain',
    internal_verify: 'check_signed_chain, check_validity',
    check_extensions: 'check_basic_constraints, check_eku',
    check_name_constraints: 'check_signed_chain_name_constraints',
    check_auth_level: 'SUPPORTED_SIG_ALGS',
  },
  go: {
    build_chain: 'Certificate.buildChains',
    internal_verify: 'Certificate.CheckSignatureFrom, isValid',
    check_extensions: 'Certificate.isValid, Verify',
    check_name_constraints: 'checkChainConstraints',
    check_auth_level: 'checkSignature',
  },
} as const satisfies Readonly<Record<VerifyEvent['library'], Readonly<Record<string, string>>>>;

/** The rule behind one error, in the words of the library that reports it. */
export function verifyRule(event: VerifyEvent): VerifyRule {
  const { library, name } = event;
  const draft = ownRules(library)[name] ?? RULES[errorNumber(event)];
  const label = libraryName(library);
  if (draft === undefined)
    return {
      category: 'other',
      requires: `a certificate that ${label} accepts`,
      source: `${PATH}; ${label} ${ENTRANCES[library]}`,
    };
  const { category, requires, paragraph, at } = draft;
  const own: Readonly<Record<string, string>> = FUNCTIONS[library];
  return { category, requires, source: `${paragraph}; ${label} ${own[at] ?? at}` };
}

const ENTRANCES = {
  openssl: 'X509_verify_cert',
  boringssl: 'X509_verify_cert',
  webpki: 'verify_for_usage',
  go: 'Certificate.Verify',
} as const satisfies Readonly<Record<VerifyEvent['library'], string>>;

function ownRules(library: VerifyEvent['library']): Readonly<Record<string, Draft>> {
  switch (library) {
    case 'openssl':
    case 'boringssl':
      return {};
    case 'webpki':
      return WEBPKI;
    case 'go':
      return GO;
    default:
      return library satisfies never;
  }
}

function trust(requires: string): Draft {
  return { category: 'trust', requires, paragraph: PATH, at: 'build_chain' };
}

function time(requires: string, item: string): Draft {
  return { category: 'time', requires, paragraph: `${PATH}.3 ${item}`, at: 'internal_verify' };
}

function signature(requires: string): Draft {
  const paragraph = `${PATH}.3 (a)(1)`;
  return { category: 'signature', requires, paragraph, at: 'internal_verify' };
}

function purpose(requires: string, item = ''): Draft {
  const paragraph = item === '' ? 'RFC 5280, section 4.2.1.12' : `${PATH}.4 ${item}`;
  return { category: 'purpose', requires, paragraph, at: 'check_extensions' };
}

function extension(requires: string): Draft {
  const paragraph = 'RFC 5280, section 4.2';
  return { category: 'extension', requires, paragraph, at: 'check_extensions' };
}

function strength(requires: string): Draft {
  const paragraph = 'Security level 2';
  return { category: 'strength', requires, paragraph, at: 'check_auth_level' };
}

function weak(): Draft {
  const requires = 'RSA from 2048 bits, EC or Ed25519 keys, and signatures with SHA-256 or better';
  return { category: 'strength', requires, paragraph: PATH, at: 'check_auth_level' };
}

function names(requires: string, item: string): Draft {
  return {
    category: 'names',
    requires,
    paragraph: `${PATH}.3 ${item}`,
    at: 'check_name_constraints',
  };
}
