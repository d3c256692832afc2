import type { Workspace } from '../../../core/model/index.ts';
import type { Rotation, RotationStep } from '../../../core/what-if/rotation/types.ts';
import { studio, useStudio } from '../../../state/index.ts';
import { Button, Tag } from '../../../ui/index.ts';
import { editsBetween, stepsTaken } from './apply-step.ts';

/** The steps in the order to apply. Each can be looked at, and the next one applied to the documents. */
export function RotationSteps(props: {
  rotation: Rotation;
  /** The documents as they were when it was rehearsed. */
  start: Workspace;
  onAgain: () => void;
}) {
  const { rotation, start, onAgain } = props;
  const documents = useStudio((state) => state.workspace);
  const taken = stepsTaken(rotation, start, documents);
  const before = [start, ...rotation.steps.map(({ variant }) => variant.workspace)];
  return (
    <>
      {taken === null ? (
        <p className="waiting" role="status">
          <span className="grow">The documents have changed since this was rehearsed.</span>
          <Button size="sm" onClick={onAgain}>
            Rehearse again
          </Button>
        </p>
      ) : null}
      <ol className="wi-steps" aria-label="Steps in the order to apply">
        {rotation.steps.map((step, index) => (
          <li key={step.id}>
            <Step
              step={step}
              from={before[index] ?? start}
              state={taken === null || index > taken ? 'later' : index < taken ? 'done' : 'next'}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function Step(props: { step: RotationStep; from: Workspace; state: 'done' | 'next' | 'later' }) {
  const { step, from, state } = props;
  const { title, reload, variant } = step;
  const edits = editsBetween(from, variant.workspace);
  return (
    <>
      <div className="wi-point-h">
        <h3>{title}</h3>
        {state === 'done' ? <Tag>Applied</Tag> : null}
        <span className="grow" />
        <Button
          size="sm"
          variant="quiet"
          aria-label={`Look at it: ${title}`}
          onClick={() => {
            studio.closeDialog();
            studio.simulate(variant);
          }}
        >
          Look at it
        </Button>
        {state === 'next' && edits !== null ? (
          <Button
            size="sm"
            aria-label={`Apply to the documents: ${title}`}
            onClick={() => {
              // A simulation would keep the edits away: they are for the documents.
              studio.simulate(null);
              studio.update({ type: 'edit-text', label: title, edits });
            }}
          >
            Apply to the documents
          </Button>
        ) : null}
      </div>
      <p className="sub">{variant.changed.join(' · ')}</p>
      {edits === null ? (
        <p className="sub">A dropped file has to change: replace it by hand.</p>
      ) : null}
      {reload.map((fact) => (
        <p key={fact} className="sub">
          {fact}
        </p>
      ))}
    </>
  );
}
