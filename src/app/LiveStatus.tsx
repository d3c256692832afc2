import { useAnalysis, useCurrentHandshake, useStudio } from '../state/index.ts';
import { LiveRegion } from '../ui/index.ts';
import { spokenSummary } from './summary.ts';

/** Says the outcome once the edits have settled, not while they are going on. */
export function LiveStatus() {
  const analysis = useAnalysis((state) => state.analysis);
  const analysed = useAnalysis((state) => state.revision);
  const revision = useStudio((state) => state.revision);
  const handshake = useCurrentHandshake();
  const settled = analysis !== null && analysed === revision;
  return <LiveRegion text={settled ? spokenSummary(analysis, handshake) : ''} />;
}
