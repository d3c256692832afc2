import type { RenderedFinding } from '../../core/analysis/types.ts';
import type { HandshakeStep } from '../../core/handshake/types.ts';
import { useAnalysis } from '../../state/index.ts';

/** The problems behind a step that fails or warns; none for any other. */
export function useStepFindings(step: HandshakeStep): readonly RenderedFinding[] {
  const findings = useAnalysis((state) => state.analysis?.findings);
  const wanted = step.state === 'failed' || step.state === 'warning';
  if (!wanted || findings === undefined) return [];
  return findings.filter((one) => one.step === step.n && one.severity !== 'note');
}
