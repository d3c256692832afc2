import './step.css';
import { Wrench } from 'lucide-react';
import type { HandshakeStep } from '../../core/handshake/types.ts';
import { applyFix } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { EvidencePair } from '../EvidencePair.tsx';
import { useEvidenceSource } from './use-evidence-source.ts';
import { useStepFindings } from './use-step-findings.ts';

/** A step on a small screen: what happened, the comparison, the first repair, and a way to the rest. */
export function StepBrief({ step, onMore }: { step: HandshakeStep; onMore: () => void }) {
  const sourceOf = useEvidenceSource();
  const fix = useStepFindings(step).flatMap(({ fixes }) => fixes)[0];
  return (
    <section className="step-brief" aria-label={`Evidence for step ${String(step.n)}`}>
      <p className="say">{step.explanation}</p>
      {step.evidence === undefined ? null : (
        <EvidencePair
          evidence={step.evidence}
          holds={step.state !== 'failed'}
          sourceOf={sourceOf}
        />
      )}
      {fix === undefined ? null : (
        <Button
          variant="primary"
          icon={Wrench}
          onClick={() => {
            applyFix(fix);
          }}
        >
          <span className="wrap">{fix.title}</span>
        </Button>
      )}
      <Button variant="quiet" onClick={onMore}>
        All evidence and fixes
      </Button>
    </section>
  );
}
