import type { Reference, Resolution } from '../gateway-api/types.ts';
import type { Handshake } from '../handshake/types.ts';
import type { ParsedFile } from '../manifest/types.ts';
import type { Finding } from '../model/index.ts';
import type { CertificateSummary, ValidationSummary } from './types.ts';

/** What was validated, counted: the summary that stands beside an export. */
export function summariseValidation(
  parsed: readonly ParsedFile[],
  resolution: Resolution,
  certificates: readonly CertificateSummary[],
  handshakes: readonly Handshake[],
  findings: readonly Finding[],
): ValidationSummary {
  const withKey = certificates.filter(({ keyProof }) => keyProof !== 'no-key');
  const { references, index } = resolution;
  const checked = references.filter((reference) => !comesWithInstallation(resolution, reference));
  const resolved = checked.filter(
    ({ target, permission }) => target.objectId !== undefined && permission !== 'denied',
  );
  return {
    documents: sum(parsed.map((file) => file.documents.filter((d) => d.status !== 'empty').length)),
    objects: index.byKey.size,
    references: { total: checked.length, resolved: resolved.length },
    keyPairs: {
      total: withKey.length,
      proven: withKey.filter(({ keyProof }) => keyProof === 'proven').length,
    },
    connections: {
      total: handshakes.length,
      passing: handshakes.filter(({ outcome }) => outcome.stage === 'ok').length,
    },
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}

/** The class of a gateway that is known by it (`nginx`, `eg`) is made by the installation, not by these files. */
function comesWithInstallation(
  { index, implementations }: Resolution,
  { kind, from, target }: Reference,
): boolean {
  if (kind !== 'gatewayClass' || target.objectId !== undefined) return false;
  const gateway = index.byId.get(from.objectId);
  return gateway !== undefined && implementations.get(gateway.key)?.id !== null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
