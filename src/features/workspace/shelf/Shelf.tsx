import './shelf.css';
import { FileBadge } from 'lucide-react';
import { useState } from 'react';
import type { BlobSummary } from '../../../core/analysis/types.ts';
import { studio, useAnalysis, useStudio } from '../../../state/index.ts';
import { IconButton, LiveRegion } from '../../../ui/index.ts';
import { count } from '../../../views/index.ts';
import { BlobCard } from './BlobCard.tsx';
import { focusBesideCard } from './focus-beside-card.ts';

const none: readonly BlobSummary[] = [];

/** Dropped files that are no manifests: those without a place in the setup first. Nothing is shown without any. */
export function Shelf() {
  const [said, setSaid] = useState('');
  const isEmpty = useStudio(({ workspace }) => workspace.blobs.length === 0);
  return (
    <>
      <LiveRegion text={said} />
      {isEmpty ? null : <Cards onSay={setSaid} />}
    </>
  );
}

function Cards({ onSay }: { onSay: (text: string) => void }) {
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
            <BlobCard
              blob={blob}
              summary={known.get(blob.id) ?? null}
              onRemove={(button) => {
                focusBesideCard(button);
                onSay(removedText(blob.path, blobs.length - 1));
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is read out: the card is gone, and so is the name that the focus was on. */
function removedText(path: string, left: number): string {
  const rest = left === 0 ? 'No files are left there' : `${count(left, 'file')} left there`;
  return `${path} removed from the shelf. ${rest}.`;
}
