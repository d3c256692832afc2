import { lazy, Suspense } from 'react';
import type { CertificateSummary } from '../../core/analysis/types.ts';

const DateBars = lazy(async () => ({
  default: (await import('../../features/what-if/index.ts')).DateBars,
}));

/** The certificates of the workspace over time, or that there are none. */
export function ValidityBars(props: {
  at: number;
  now: number;
  certificates: readonly CertificateSummary[];
}) {
  if (props.certificates.length === 0) {
    return <p className="hint">There are no certificates among the files.</p>;
  }
  return (
    <Suspense fallback={<div className="asof-bars" aria-busy="true" />}>
      <DateBars {...props} />
    </Suspense>
  );
}
