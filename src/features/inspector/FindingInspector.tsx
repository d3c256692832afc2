import { FileSearch } from 'lucide-react';
import type { Analysis, RenderedFinding } from '../../core/analysis/types.ts';
import { revealField, studio, useStudio } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { EvidencePair, FindingFixes, verdictWords } from '../../views/index.ts';
import { AboutFinding } from './AboutFinding.tsx';
import { InspectorFrame, Section } from './InspectorFrame.tsx';
import { LazyReissueOffer } from './renewal/LazyReissueOffer.tsx';
import { objectOf } from './object-of.ts';
import { ObjectLink } from './ObjectLink.tsx';

/** One problem: what is wrong, both sides of it, what to do and what that rests on. */
export function FindingInspector({
  analysis,
  findingId,
}: {
  analysis: Analysis;
  findingId: string;
}) {
  const finding = analysis.findings.find(({ id }) => id === findingId);
  if (finding === undefined) {
    return <EmptyState title="This problem is gone">The last change repaired it.</EmptyState>;
  }
  const step = finding.step === undefined ? '' : ` at step ${String(finding.step)}`;
  const severity = verdictWords[finding.severity];
  return (
    <InspectorFrame
      eyebrow={`Problem${step}`}
      title={finding.title}
      badge={{ shape: finding.severity, word: severity }}
    >
      <p className="say">{finding.detail}</p>
      {finding.evidence === undefined ? null : (
        <EvidencePair
          evidence={finding.evidence}
          sourceOf={({ from }) => {
            const object = from === undefined ? undefined : objectOf(analysis, from.objectId);
            if (object === undefined || from === undefined) return null;
            return {
              name: object.name,
              onOpen: () => {
                revealField(from);
              },
            };
          }}
        />
      )}
      <Section title={finding.fixes.length === 0 ? 'What to do' : 'Fix'}>
        <FindingFixes finding={finding} />
        {finding.reissues === undefined ? null : (
          <LazyReissueOffer key={finding.reissues} certificateId={finding.reissues} />
        )}
      </Section>
      <Where analysis={analysis} finding={finding} />
      <AboutFinding key={finding.code} code={finding.code} source={finding.source} />
    </InspectorFrame>
  );
}

function Where({ analysis, finding }: { analysis: Analysis; finding: RenderedFinding }) {
  const files = useStudio((state) => state.workspace.files);
  const guides = useStudio((state) => state.workspace.guides);
  const { at, subject } = finding;
  const object = subject.kind === 'object' ? objectOf(analysis, subject.objectId) : undefined;
  const file = at === undefined ? undefined : files.find(({ id }) => id === at.fileId);
  const guide = at === undefined ? undefined : guides.find(({ id }) => id === at.fileId);
  if (object === undefined && file === undefined && guide === undefined) return null;
  return (
    <Section title="Where">
      {object === undefined ? null : <ObjectLink object={object} />}
      {at === undefined || file === undefined ? null : (
        <Button
          size="sm"
          icon={FileSearch}
          onClick={() => {
            studio.reveal(at.fileId, at.range);
          }}
        >
          <span className="trunc">Show in {file.path}</span>
        </Button>
      )}
      {guide === undefined ? null : <p className="note">In the guide {guide.path}</p>}
    </Section>
  );
}
