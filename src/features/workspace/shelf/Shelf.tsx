import './shelf.css';
import { FileBadge } from 'lucide-react';
import type { BlobSummary } from '../../../core/analysis/types.ts';
import { studio, useAnalysis, useStudio } from '../../../state/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { BlobCard } from './BlobCard.tsx';

const none: readonly BlobSummary[] = [];

/** Dropped files that are no manifests: those without a place in the setup first. */
export function Shelf() {
  const blobs = useStudio((state) => state.workspace.blobs);
  const summaries = useAnalysis((state) => state.analysis?.blobs ?? none);
  const known = new Map(summaries.map((one) => [one.id, one]));
  const isPlaced = (id: string) => (known.get(id)?.placedAs.length ?? 0) > 0;
  const unplaced = blobs.filter((blob) => !isPlaced(blob.id));
  const placed = blobs.filter((blob) => isPlaced(blob.id));
  return (
    <section className="shelf" aria-label="Unplaced files">
      <div className="side-h">
        <h3>Unplaced files</h3>
        <span className="count">{unplaced.length}</span>
        <span className="grow" />
        <IconButton
          icon={FileBadge}
          size="sm"
          label="Issue a certificate…"
          onClick={() => {
            studio.openIssuing(null);
          }}
        />
      </div>
      {unplaced.length === 0 ? (
        <p className="hint">Every file you dropped has a place in the setup.</p>
      ) : null}
      <ul className="shelf-l">
        {[...unplaced, ...placed].map((blob) => (
          <li key={blob.id}>
            <BlobCard blob={blob} summary={known.get(blob.id) ?? null} />
          </li>
        ))}
      </ul>
    </section>
  );
}
