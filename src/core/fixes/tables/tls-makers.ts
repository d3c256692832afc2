import type { HandshakeFindingCode } from '../../handshake/index.ts';
import type { PkiFindingCode } from '../../pki/index.ts';
import { addTlsPolicy } from '../makers/add-tls-policy.ts';
import { appendCertificate } from '../makers/append-certificate.ts';
import { nameClientCertificate } from '../makers/name-client-certificate.ts';
import { onObject } from '../makers/on-object.ts';
import { removeKeyBlocks } from '../makers/remove-key-blocks.ts';
import { repairDataValue } from '../makers/repair-data-value.ts';
import { switchPair } from '../makers/switch-pair.ts';
import { trustThisCertificate } from '../makers/trust-this-certificate.ts';
import { useCertificateName } from '../makers/use-certificate-name.ts';
import { useIssuingCa } from '../makers/use-issuing-ca.ts';
import { usePresentedName } from '../makers/use-presented-name.ts';
import { useRenewedCertificate } from '../makers/use-renewed-certificate.ts';
import type { FixMaker } from '../types.ts';

const REPAIR = onObject(repairDataValue);
const RENEW = onObject(useRenewedCertificate);

/** Repairs of certificates, keys and what the two ends make of them. */
export const tlsMakers = {
  'PEM-BAD-BASE64': REPAIR,
  'PEM-BAD-END-LINE': REPAIR,
  'PEM-TRUNCATED': REPAIR,
  'PEM-HTML-ESCAPED': REPAIR,
  'PEM-INDENTED': REPAIR,
  'PEM-BLANK-LINE': REPAIR,
  'PEM-ESCAPED-NEWLINES': REPAIR,
  'PEM-ONE-LINE': REPAIR,
  'PEM-BASE64-OF-PEM': REPAIR,
  'PEM-BARE-BASE64': REPAIR,
  'PEM-DER-INSTEAD': REPAIR,
  'PEM-BYTE-ORDER-MARK': REPAIR,
  'PEM-KEY-IN-CERTIFICATE-PLACE': onObject(switchPair),
  'PEM-CERTIFICATE-IN-KEY-PLACE': onObject(switchPair),
  'PEM-KEY-BESIDE-CERTIFICATE': onObject(removeKeyBlocks),
  'TLS-SERVER-CERT-EXPIRED': RENEW,
  'TLS-CA-EXPIRED': RENEW,
  'TLS-CLIENT-CERT-EXPIRED': RENEW,
  'TLS-CLIENT-CA-EXPIRED': RENEW,
  'TLS-CERT-EXPIRES-SOON': RENEW,
  'TLS-CERT-EXPIRES-THIS-WEEK': RENEW,
  'TLS-HOST-MISMATCH': onObject(useCertificateName),
  'TLS-CA-DID-NOT-ISSUE': onObject(useIssuingCa),
  'TLS-MISSING-INTERMEDIATE': onObject(appendCertificate),
  'TLS-SELF-SIGNED-NOT-TRUSTED': onObject(trustThisCertificate),
  'TLS-ROOT-MISSING': onObject(appendCertificate),
  'TLS-CA-WRONG-KEY': onObject(useIssuingCa),
  'TLS-CLIENT-CERT-NOT-TRUSTED': onObject(useIssuingCa),
  'TLS-PLAINTEXT-TO-TLS-PORT': addTlsPolicy,
  'TLS-SERVER-NAME-REJECTED': onObject(
    usePresentedName('Send', ['spec', 'validation', 'hostname']),
  ),
  'TLS-CLIENT-CERT-MISSING': nameClientCertificate,
} satisfies Partial<Record<PkiFindingCode | HandshakeFindingCode, FixMaker>>;
