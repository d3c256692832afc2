import { useEffect, useState } from 'react';
import type { Analysis } from '../../core/analysis/types.ts';
import type { StepNumber } from '../../core/model/index.ts';
import { handshakeOf, studio } from '../../state/index.ts';
import { EmptyState, Tabs } from '../../ui/index.ts';
import { StepEvidence, stepLook } from '../../views/index.ts';
import { AssignmentSection } from './assign/AssignmentSection.tsx';
import { Chain } from './Chain.tsx';
import { InspectorFrame, Section } from './InspectorFrame.tsx';
import { OpenProblems } from './OpenProblems.tsx';

/** One step of the handshake: its evidence, its certificates, and what stays open after the repair. */
export function StepInspector(props: {
  analysis: Analysis;
  connectionId: string;
  step: StepNumber;
}) {
  const { analysis, connectionId, step: n } = props;
  const [tab, setTab] = useState<'summary' | 'chain'>('summary');
  const handshake = handshakeOf(analysis, connectionId);
  const connection = analysis.connections.find((one) => one.connection.id === connectionId);
  const step = handshake?.steps.find((one) => one.n === n);
  const wide = tab === 'chain' && step !== undefined && step.chain.length > 0;
  useEffect(() => {
    if (!wide) return;
    studio.setInspectorWide(true);
    return () => {
      studio.setInspectorWide(false);
    };
  }, [wide]);
  if (handshake === null || step === undefined || connection === undefined) {
    return <EmptyState title="This connection is gone">Choose another one above.</EmptyState>;
  }
  const look = stepLook(step);
  const summary = (
    <>
      <StepEvidence step={step} outcome={handshake.outcome} />
      {step.state === 'not-checked' ? <AssignmentSection connection={connection} /> : null}
      <OpenProblems analysis={analysis} exceptStep={n} />
    </>
  );
  return (
    <InspectorFrame
      eyebrow={`Step ${String(n)} of 11`}
      title={step.title}
      badge={{ shape: look.shape, word: look.word }}
    >
      {step.chain.length === 0 ? (
        summary
      ) : (
        <Tabs
          label="Step details"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'summary', label: 'Summary', content: <div className="stack">{summary}</div> },
            {
              value: 'chain',
              label: (
                <>
                  Chain <span className="n">{step.chain.length}</span>
                </>
              ),
              content: (
                <Section title="Certificates, leaf first">
                  <Chain analysis={analysis} ids={step.chain} />
                </Section>
              ),
            },
          ]}
        />
      )}
    </InspectorFrame>
  );
}
