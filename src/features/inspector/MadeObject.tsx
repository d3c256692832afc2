import type { Analysis } from '../../core/analysis/types.ts';
import { studio, useStudio } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { ObjectGlyph } from '../../views/index.ts';
import { InspectorFrame } from './InspectorFrame.tsx';
import { References } from './References.tsx';

type Node = Analysis['topology']['nodes'][number];

/** A Secret or ConfigMap that is in no file because a controller makes it, and the certificates that stand for it. */
export function MadeObject({ analysis, node }: { analysis: Analysis; node: Node }) {
  const { id, kind, name, namespace, madeBy } = node;
  const said = useStudio(({ workspace }) => workspace.assignments.find((one) => one.target === id));
  const blobs = useStudio(({ workspace }) => workspace.blobs);
  const files = [said?.chain, said?.clientCa].flatMap((ref) =>
    ref?.kind === 'blob' ? (blobs.find((blob) => blob.id === ref.blobId)?.path ?? []) : [],
  );
  return (
    <InspectorFrame
      eyebrow={`${kind} in ${namespace}`}
      title={name}
      glyph={<ObjectGlyph kind={kind} />}
      badge={{ shape: 'note', word: 'Made in the cluster' }}
    >
      <p className="say">{madeBy} makes it, so it is in no file.</p>
      {said === undefined ? (
        <p className="say">
          Drop its public certificate onto it to run the handshake; its key stays in the cluster.
        </p>
      ) : (
        <>
          <p className="say">Here it counts with {files.join(' and ')}.</p>
          <Button
            size="sm"
            onClick={() => {
              studio.update({
                type: 'unassign',
                label: `Forget what stands in for ${kind} ${name}`,
                target: id,
              });
            }}
          >
            Forget what stands in for it
          </Button>
        </>
      )}
      <References analysis={analysis} objectId={null} objectKey={id} />
    </InspectorFrame>
  );
}
