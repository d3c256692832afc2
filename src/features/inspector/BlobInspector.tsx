import type { Analysis } from '../../core/analysis/types.ts';
import { openFinding } from '../../state/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { FindingRow, PlaceButtons } from '../../views/index.ts';
import { Chain } from './Chain.tsx';
import { InspectorFrame, Section } from './InspectorFrame.tsx';

/** A dropped file that is in no manifest yet: what it is, what it belongs to, what is wrong with it. */
export function BlobInspector({ analysis, blobId }: { analysis: Analysis; blobId: string }) {
  const blob = analysis.blobs.find(({ id }) => id === blobId);
  if (blob === undefined) return <EmptyState title="This file is gone">It was removed.</EmptyState>;
  const findings = analysis.findings.filter(
    ({ subject }) => subject.kind === 'blob' && subject.blobId === blobId,
  );
  return (
    <InspectorFrame
      eyebrow={blob.placedAs.length === 0 ? 'Unplaced file' : 'Dropped file'}
      title={blob.path}
    >
      <p className="say">{blob.suggestion}</p>
      {blob.hasPrivateKey ? (
        <p className="note">It holds a private key, kept in memory only.</p>
      ) : null}
      {blob.placedAs.length === 0 ? (
        <PlaceButtons blobId={blob.id} path={blob.path} places={blob.places} />
      ) : (
        <Section title="Stands in">
          <ul className="plain">
            {blob.placedAs.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </Section>
      )}
      {findings.map((finding) => (
        <FindingRow
          key={finding.id}
          finding={finding}
          onOpen={() => {
            openFinding(finding);
          }}
        />
      ))}
      {blob.certificateIds.length === 0 ? null : (
        <Section title="Certificates" count={blob.certificateIds.length}>
          <Chain analysis={analysis} ids={blob.certificateIds} />
        </Section>
      )}
    </InspectorFrame>
  );
}
