import type { Finding } from '../../model/index.ts';
import { summariseCertificate } from '../../pki/index.ts';
import type { LintCode, LintFinding } from '../../verify/index.ts';
import type { Connected } from '../connect.ts';
import { placeOf } from '../inventory/place-of.ts';
import type { Inventory } from '../inventory/take-inventory.ts';
import type { Memo } from '../memory/memo.ts';
import { certificateLints } from './certificate-lints.ts';
import { certificateUses } from './certificate-uses.ts';
import { saidAlready } from './said-already.ts';
import type { CertificateLints, CertificateUse } from './types.ts';

/**
 * What is odd about the certificates that connections use, whatever the handshake says: warnings for what one of the
 * gateways refuses or reads in its own way, notes for the rest. What a handshake's finding says of the same certificate
 * is not said again. Findings of one certificate are one group.
 *
 * @param said findings of the handshakes
 */
export function lintFindings(
  connected: readonly Connected[],
  inventory: Inventory,
  said: readonly Finding[],
  remember: Memo<CertificateLints>,
): readonly Finding<LintCode>[] {
  const isSaid = saidAlready(said);
  return [...certificateUses(connected, inventory).values()].flatMap((use) =>
    certificateLints(use, remember)
      .filter(({ code }) => !isSaid(code, use.certificate.fingerprint))
      .map((one) => toFinding(use, one)),
  );
}

function toFinding(use: CertificateUse, lint: LintFinding<LintCode>): Finding<LintCode> {
  const { certificate, entry, connectionIds } = use;
  const { code, severity, params } = lint;
  const { fingerprint } = certificate;
  const { title } = summariseCertificate(certificate);
  return {
    id: `${code}|${fingerprint}`,
    code,
    severity,
    group: `certificate ${fingerprint}`,
    params: {
      ...params,
      where: `${title} in ${entry.text.label}`,
      certificate: fingerprint,
    },
    evidence: {
      found: {
        label: title,
        value: params.found ?? 'as the certificate says',
        detail: lint.page,
        ...(entry.text.field && { from: entry.text.field }),
      },
    },
    connectionIds,
    fixes: [],
    ...placeOf(entry.text),
  };
}
