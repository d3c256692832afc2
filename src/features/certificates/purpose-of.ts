import type { Analysis } from '../../core/analysis/types.ts';
import type { CertificateUse } from '../../core/certificates/index.ts';

/** What a certificate in this object would be for, told by the fields that name the object; null when none tells. */
export function purposeOf(analysis: Analysis | null, objectKey: string): CertificateUse | null {
  const named = (analysis?.references ?? []).filter(({ target }) => target.key === objectKey);
  const kinds = new Set(named.map(({ kind }) => kind));
  if (kinds.has('caCertificateRef') || objectKey.startsWith('/ConfigMap/')) return 'ca';
  if (kinds.has('clientCertificateRef')) return 'client';
  return kinds.size === 0 ? null : 'server';
}
