import type { Analysis } from '../../core/analysis/types.ts';
import type { StepNumber } from '../../core/model/index.ts';
import { openFinding } from '../../state/index.ts';
import { FindingRow } from '../../views/index.ts';
import { Section } from './InspectorFrame.tsx';

const SHOWN = 6;

/** Problems that stay after what is shown above is repaired. */
export function OpenProblems({
  analysis,
  exceptStep,
}: {
  analysis: Analysis;
  exceptStep: StepNumber;
}) {
  const open = analysis.findings.filter(
    (finding) => finding.severity !== 'note' && finding.step !== exceptStep,
  );
  if (open.length === 0) return null;
  return (
    <Section title="Still open" count={open.length}>
      {open.slice(0, SHOWN).map((finding) => (
        <FindingRow
          key={finding.id}
          finding={finding}
          onOpen={() => {
            openFinding(finding);
          }}
        />
      ))}
    </Section>
  );
}
