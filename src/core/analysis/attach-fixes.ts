import { fixesFor, type FixContext } from '../fixes/index.ts';
import type { Finding } from '../model/index.ts';
import type { CertificateSummary } from './types.ts';

type AttachContext = Omit<FixContext, 'certificates'> & {
  readonly certificates: readonly CertificateSummary[];
};

/** Every finding with the repairs that a text edit can make. */
export function attachFixes(
  findings: readonly Finding[],
  { workspace, parsed, index, certificates }: AttachContext,
): readonly Finding[] {
  const byId = new Map(
    certificates.map(({ id, title, pem, places, dnsNames }) => [
      id,
      { id, title, pem, places: places.map(({ label }) => label), dnsNames },
    ]),
  );
  const context = { workspace, parsed, index, certificates: byId };
  return findings.map((finding) => ({ ...finding, fixes: fixesFor(finding, context) }));
}
