import type { CertificateSummary } from '../../core/analysis/types.ts';
import { CertificateBars, timeAxis } from '../../views/index.ts';

/** The certificates of the workspace over time, or that there are none. */
export function ValidityBars(props: {
  at: number;
  now: number;
  certificates: readonly CertificateSummary[];
}) {
  const { at, now, certificates } = props;
  if (certificates.length === 0) {
    return <p className="hint">There are no certificates among the files.</p>;
  }
  return (
    <div className="asof-bars">
      <CertificateBars certificates={certificates} axis={timeAxis(now, at)} at={at} />
    </div>
  );
}
