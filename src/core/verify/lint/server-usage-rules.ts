import { extensionOids, keyPurposeOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate, KeyUsageBit } from '../../pki/types.ts';
import { found, type LintRule } from './lint-rule.ts';

export type ServerUsageLintCode =
  | 'LINT-NO-EXTENDED-KEY-USAGE'
  | 'LINT-USAGES-DISAGREE'
  | 'LINT-LEAF-SIGNS-CERTIFICATES'
  | 'LINT-USAGE-NOT-FOR-KEY'
  | 'LINT-LEAF-IS-CA'
  | 'LINT-LEAF-PATH-LENGTH'
  | 'LINT-LEAF-NAME-CONSTRAINTS';

/** Without the extension any use is allowed, and some issuers' policies refuse that. */
function noExtendedKeyUsage({ extensions }: Certificate) {
  return extensions.extendedKeyUsage ? null : {};
}

/** RFC 5280 §4.2.1.12: serverAuth goes with digitalSignature, keyEncipherment or keyAgreement. */
function usagesDisagree({ extensions }: Certificate) {
  const { keyUsage, extendedKeyUsage } = extensions;
  if (!keyUsage || extendedKeyUsage?.includes(keyPurposeOids.serverAuth) !== true) return null;
  const wanted: readonly KeyUsageBit[] = ['digitalSignature', 'keyEncipherment', 'keyAgreement'];
  return keyUsage.some((bit) => wanted.includes(bit)) ? null : { found: keyUsage.join(', ') };
}

/** RFC 5280 §4.2.1.3: keyCertSign belongs to CAs. */
function leafSignsCertificates({ extensions }: Certificate) {
  const signs = extensions.keyUsage?.includes('keyCertSign') === true;
  return signs && extensions.basicConstraints?.ca !== true ? {} : null;
}

/** RFC 5480 §3, RFC 8410 §5: keys that only sign encrypt nothing; RFC 3279 §2.3.1: RSA agrees on nothing. */
function usageNotForKey({ extensions, publicKey }: Certificate) {
  const misfits: Partial<Record<string, readonly KeyUsageBit[]>> = {
    RSA: ['keyAgreement'],
    EC: ['keyEncipherment', 'dataEncipherment'],
    Ed25519: ['keyEncipherment', 'dataEncipherment', 'keyAgreement'],
    Ed448: ['keyEncipherment', 'dataEncipherment', 'keyAgreement'],
  };
  const wrong = misfits[publicKey.family] ?? [];
  const bits = found((extensions.keyUsage ?? []).filter((bit) => wrong.includes(bit)));
  return bits && { ...bits, key: publicKey.text };
}

/** A server certificate that may issue others: rustls refuses it, and its key is worth more than a server's. */
function leafIsCa({ extensions }: Certificate) {
  return extensions.basicConstraints?.ca === true ? {} : null;
}

/** RFC 5280 §4.2.1.9: pathLenConstraint has a meaning for CAs alone. BoringSSL calls such a certificate broken. */
function leafPathLength({ extensions }: Certificate) {
  const { basicConstraints } = extensions;
  if (!basicConstraints || basicConstraints.ca) return null;
  const { pathLength } = basicConstraints;
  return pathLength === undefined ? null : { found: String(pathLength) };
}

/** RFC 5280 §4.2.1.10: name constraints stand in CA certificates only. */
function leafNameConstraints({ extensions, rawExtensions }: Certificate) {
  if (extensions.basicConstraints?.ca === true) return null;
  return rawExtensions.some(({ oid }) => oid === extensionOids.nameConstraints) ? {} : null;
}

/** Rules about what a server's certificate may be used for. */
export const serverUsageRules: readonly LintRule<ServerUsageLintCode>[] = [
  {
    code: 'LINT-NO-EXTENDED-KEY-USAGE',
    severity: 'note',
    page: 'e_sub_cert_eku_missing',
    check: noExtendedKeyUsage,
  },
  {
    code: 'LINT-USAGES-DISAGREE',
    severity: 'warning',
    page: 'e_key_usage_and_extended_key_usage_inconsistent',
    check: usagesDisagree,
  },
  {
    code: 'LINT-LEAF-SIGNS-CERTIFICATES',
    severity: 'note',
    page: 'e_sub_cert_key_usage_cert_sign_bit_set',
    check: leafSignsCertificates,
  },
  {
    code: 'LINT-USAGE-NOT-FOR-KEY',
    severity: 'note',
    page: 'pkix.key_usage_value_prohibited_for_ec',
    check: usageNotForKey,
  },
  { code: 'LINT-LEAF-IS-CA', severity: 'warning', page: 'e_sub_cert_not_is_ca', check: leafIsCa },
  {
    code: 'LINT-LEAF-PATH-LENGTH',
    severity: 'warning',
    page: 'pkix.basic_constraints_has_pathlen_for_non_ca',
    check: leafPathLength,
  },
  {
    code: 'LINT-LEAF-NAME-CONSTRAINTS',
    severity: 'note',
    page: 'e_ext_name_constraints_not_in_ca',
    check: leafNameConstraints,
  },
];
