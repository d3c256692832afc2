import type { Analysis } from '../../core/analysis/types.ts';
import { studio } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { FindingRow, objectActions, ObjectGlyph, ObjectMenu } from '../../views/index.ts';
import { InspectorFrame } from './InspectorFrame.tsx';
import { MadeObject } from './MadeObject.tsx';
import { References } from './References.tsx';

/** A name that something refers to and no file defines. */
export function MissingObject({ analysis, objectKey }: { analysis: Analysis; objectKey: string }) {
  const made = analysis.topology.nodes.find(
    ({ id, madeBy }) => id === objectKey && madeBy !== undefined,
  );
  if (made !== undefined) return <MadeObject analysis={analysis} node={made} />;
  const reference = analysis.references.find(({ target }) => target.key === objectKey);
  if (reference === undefined) {
    return <EmptyState title="This object is gone">It is in no file any more.</EmptyState>;
  }
  const { target } = reference;
  const finding = analysis.findings.find(
    ({ subject, field }) =>
      subject.kind === 'object' &&
      subject.objectId === reference.from.objectId &&
      field?.path.slice(0, reference.from.path.length).join('.') === reference.from.path.join('.'),
  );
  return (
    <InspectorFrame
      eyebrow={target.namespace === '' ? target.kind : `${target.kind} in ${target.namespace}`}
      title={target.name}
      glyph={<ObjectGlyph kind={target.kind} />}
      badge={{ shape: 'error', word: 'Not found' }}
      actions={<ObjectMenu objectKey={target.key} name={target.name} exists={false} />}
    >
      <p className="say">
        No file defines it. It may exist in the cluster, but nothing is known of it here.
      </p>
      <Repairs objectKey={target.key} />
      {finding === undefined ? null : (
        <FindingRow
          finding={finding}
          onOpen={() => {
            studio.select({ kind: 'finding', findingId: finding.id });
          }}
        />
      )}
      <References analysis={analysis} objectId={null} objectKey={objectKey} />
    </InspectorFrame>
  );
}

/** The ways to have the object: written with what is asked of it, or with a certificate in it. */
function Repairs({ objectKey }: { objectKey: string }) {
  const actions = objectActions(objectKey, false).filter(({ id }) => id !== 'rename');
  if (actions.length === 0) return null;
  return (
    <div className="insp-acts">
      {actions.map(({ id, label, icon, task }) => (
        <Button
          key={id}
          size="sm"
          icon={icon}
          onClick={() => {
            studio.openTask(task);
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
