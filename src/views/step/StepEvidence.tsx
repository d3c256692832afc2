import './step.css';
import type { HandshakeStep, Outcome } from '../../core/handshake/types.ts';
import { classNames, VerdictShape } from '../../ui/index.ts';
import { GatewayAnswer } from '../answer/GatewayAnswer.tsx';
import { EvidencePair } from '../EvidencePair.tsx';
import { stepShape, stepWord } from '../format/words.ts';
import { FindingFixes } from '../fix/FindingFixes.tsx';
import { FieldLinks } from './FieldLinks.tsx';
import { IssuersTried } from './IssuersTried.tsx';
import { useEvidenceSource } from './use-evidence-source.ts';
import { useStepFindings } from './use-step-findings.ts';

/**
 * Everything one step is judged by: the comparison, every issuer tried, the checks, the fields and what repairs it; for the
 * step where the connection ends also what the gateway answers.
 */
export function StepEvidence(props: { step: HandshakeStep; outcome: Outcome; wide?: boolean }) {
  const { step, outcome, wide = false } = props;
  const sourceOf = useEvidenceSource();
  const findings = useStepFindings(step);
  const holds = step.state !== 'failed';
  return (
    <div className={classNames('step-evid', wide && 'wide')}>
      <section aria-label={`Evidence for step ${String(step.n)}`}>
        <p className="say">{step.explanation}</p>
        {step.evidence === undefined ? null : (
          <EvidencePair evidence={step.evidence} holds={holds} sourceOf={sourceOf} />
        )}
        {step.rule === undefined ? null : <p className="why">{step.rule}</p>}
      </section>
      {step.issuersTried.length === 0 ? null : (
        <section>
          <h3 className="sec-h">
            Issuers tried <span className="count">{step.issuersTried.length}</span>
          </h3>
          <IssuersTried issuers={step.issuersTried} />
        </section>
      )}
      {findings.length === 0 ? null : (
        <section>
          <h3 className="sec-h">Fix</h3>
          {findings.map((finding) => (
            <FindingFixes key={finding.id} finding={finding} />
          ))}
        </section>
      )}
      {endsAt(outcome, step) ? <GatewayAnswer outcome={outcome} /> : null}
      <Checks step={step} />
      {step.fields.length === 0 ? null : (
        <section>
          <h3 className="sec-h">Fields read</h3>
          <FieldLinks fields={step.fields} />
        </section>
      )}
    </div>
  );
}

function endsAt({ causeStep, surfacesAtStep }: Outcome, { n }: HandshakeStep): boolean {
  return n === causeStep || n === surfacesAtStep;
}

function Checks({ step }: { step: HandshakeStep }) {
  if (step.checks.length === 0) return null;
  return (
    <section>
      <h3 className="sec-h">Checks</h3>
      <ul className="checks">
        {step.checks.map((check) => (
          <li key={check.title}>
            <VerdictShape shape={stepShape(check.state)} size="s" label={stepWord(check.state)} />
            <span className="n">{check.title}</span>
            <span className="d">{check.detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
