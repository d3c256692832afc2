import type { CertificateSummary } from '../../../core/analysis/types.ts';
import type { Forecast } from '../../../core/what-if/dates/types.ts';
import { useAnalysis } from '../../../state/index.ts';
import { CertificateBars, timeAxis } from '../../../views/index.ts';
import { useBand } from './use-band.ts';
import { VerdictBand } from './VerdictBand.tsx';

const none: readonly CertificateSummary[] = [];

/** One bar for each certificate under the verdict of the connection on show, all on one axis. */
export function CertificateAxis({ forecast }: { forecast: Forecast }) {
  const certificates = useAnalysis((state) => state.analysis?.certificates ?? none);
  const spans = useBand(forecast);
  const { from, points } = forecast;
  const axis = timeAxis(from, points[0]?.at ?? from);
  return (
    <CertificateBars certificates={certificates} axis={axis} at={from}>
      {spans === null ? null : <VerdictBand spans={spans} axis={axis} at={from} />}
    </CertificateBars>
  );
}
