import type { AnalysedConnection } from '../../../core/analysis/types.ts';
import { isReadOrigin } from '../../../core/workload/is-read-origin.ts';
import { useAnalysis, useStudio } from '../../../state/index.ts';
import { Section } from '../InspectorFrame.tsx';
import { AssignmentForm } from './AssignmentForm.tsx';

/** What is not known of a backend, and the form to say it. Shown where its own configuration does not tell. */
export function AssignmentSection({ connection }: { connection: AnalysedConnection }) {
  const analysis = useAnalysis((state) => state.analysis);
  const assignments = useStudio((state) => state.workspace.assignments);
  const { assignmentTarget, backendOrigin, unknowns } = connection;
  const assigned = assignments.find(({ target }) => target === assignmentTarget);
  if (analysis === null || (isReadOrigin(backendOrigin) && unknowns.length === 0)) return null;
  return (
    <Section title="What the backend presents and demands">
      {unknowns.length === 0 ? null : (
        <ul className="plain unknowns">
          {unknowns.map((unknown) => (
            <li key={unknown}>{unknown}</li>
          ))}
        </ul>
      )}
      <AssignmentForm
        key={JSON.stringify(assigned ?? assignmentTarget)}
        analysis={analysis}
        target={assignmentTarget}
        assigned={assigned}
      />
    </Section>
  );
}
