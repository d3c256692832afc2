import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Workspace } from '../../../core/model/index.ts';
import type { Rotation, RotationStep } from '../../../core/what-if/rotation/types.ts';
import { stepDocuments } from '../../../core/what-if/rotation/step-documents.ts';
import { studio, useStudio } from '../../../state/index.ts';
import {
  Button,
  CopyButton,
  downloadBytes,
  IconButton,
  Tag,
  takeFocus,
} from '../../../ui/index.ts';
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
  // What is applied loses its button: the focus goes on to the next step, from the last one to a look at it.
  const [begun, setBegun] = useState(false);
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
              n={index + 1}
              from={before[index] ?? start}
              state={taken === null || index > taken ? 'later' : index < taken ? 'done' : 'next'}
              focus={begun && index === Math.min(taken ?? 0, rotation.steps.length - 1)}
              onApply={() => {
                setBegun(true);
              }}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function Step(props: {
  step: RotationStep;
  n: number;
  from: Workspace;
  state: 'done' | 'next' | 'later';
  /** A step was applied, and this is where it goes on. */
  focus: boolean;
  onApply: () => void;
}) {
  const { step, n, from, state, focus, onApply } = props;
  const { title, reload, variant } = step;
  const edits = editsBetween(from, variant.workspace);
  return (
    <>
      <div className="wi-point-h">
        <h3>{title}</h3>
        {state === 'done' ? <Tag>Applied</Tag> : null}
        <span className="grow" />
        <StepText
          name={`rotation-${String(n)}-${step.id}.yaml`}
          title={title}
          from={from}
          to={variant.workspace}
        />
        <Button
          size="sm"
          variant="quiet"
          ref={focus && (state === 'done' || edits === null) ? takeFocus : null}
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
            className="wi-apply"
            ref={focus ? takeFocus : null}
            aria-label={`Apply to the documents: ${title}`}
            onClick={() => {
              // A simulation would keep the edits away: they are for the documents.
              studio.simulate(null);
              studio.update({ type: 'edit-text', label: title, edits });
              onApply();
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

/** What the step changes as manifests of its own, for the cluster: to copy or to download. */
function StepText(props: { name: string; title: string; from: Workspace; to: Workspace }) {
  const { name, title, from, to } = props;
  const text = useMemo(() => stepDocuments(from, to), [from, to]);
  if (text === '') return null;
  return (
    <>
      <CopyButton text={text} label={`Copy the YAML: ${title}`} />
      <IconButton
        icon={Download}
        size="sm"
        label={`Download ${name}`}
        onClick={() => {
          const bytes = new TextEncoder().encode(text);
          downloadBytes({ name, mediaType: 'application/yaml', bytes });
        }}
      />
    </>
  );
}
