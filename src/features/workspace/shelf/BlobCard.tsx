import { FileBadge, FileKey, FileLock, FileQuestionMark, X, type LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import type { BlobSummary } from '../../../core/analysis/types.ts';
import type { Blob } from '../../../core/model/index.ts';
import { studio, useStudio } from '../../../state/index.ts';
import {
  Button,
  classNames,
  Icon,
  IconButton,
  MiddleEllipsis,
  takeFocus,
} from '../../../ui/index.ts';
import { PlaceButtons } from '../../../views/index.ts';
import { useDragSource } from './use-drag-source.ts';
import { UnlockForm } from './UnlockForm.tsx';

const icons: Readonly<Record<BlobSummary['content'], LucideIcon>> = {
  certificates: FileBadge,
  'private-key': FileKey,
  'certificates-and-key': FileBadge,
  locked: FileLock,
  'certificate-request': FileBadge,
  crl: FileBadge,
  'not-understood': FileQuestionMark,
};

/** One file on the shelf: what it is, where it would go, and what can be done with it now. */
export function BlobCard(props: {
  blob: Blob;
  summary: BlobSummary | null;
  /** Before the card goes, with its button. */
  onRemove: (button: HTMLElement) => void;
}) {
  const { blob, summary, onRemove } = props;
  const [unlocking, setUnlocking] = useState<'not-asked' | 'asking' | 'left'>('not-asked');
  const name = useRef<HTMLButtonElement>(null);
  const selected = useStudio(
    ({ view: { selection } }) => selection.kind === 'blob' && selection.blobId === blob.id,
  );
  // Right after unlocking, the summary is still the old one.
  const locked = summary?.content === 'locked' && blob.unlocked === undefined;
  const places = summary?.places ?? [];
  const card = useDragSource(blob);
  return (
    <article
      className={classNames('ufile', selected && 'sel')}
      ref={card}
      draggable={places.length > 0}
    >
      <div className="t">
        <Icon of={icons[summary?.content ?? 'not-understood']} />
        <button
          type="button"
          ref={name}
          className="nm trunc"
          aria-current={selected ? true : undefined}
          aria-label={blob.path}
          onClick={() => {
            studio.select({ kind: 'blob', blobId: blob.id });
          }}
        >
          <MiddleEllipsis text={blob.path} />
        </button>
        <IconButton
          icon={X}
          label={`Remove ${blob.path}`}
          size="sm"
          onClick={(event) => {
            onRemove(event.currentTarget);
            studio.update({ type: 'remove-blob', label: `Remove ${blob.path}`, blobId: blob.id });
          }}
        />
      </div>
      <p className="d">{summary === null ? 'Being read.' : describe(summary)}</p>
      {places.length > 0 && summary?.placedAs.length === 0 ? (
        <div className="a">
          <PlaceButtons blobId={blob.id} path={blob.path} places={places} />
        </div>
      ) : null}
      {locked && unlocking !== 'asking' ? (
        <div className="a">
          <Button
            size="sm"
            ref={unlocking === 'left' ? takeFocus : undefined}
            onClick={() => {
              setUnlocking('asking');
            }}
          >
            Unlock
          </Button>
        </div>
      ) : null}
      {locked && unlocking === 'asking' ? (
        <UnlockForm
          blob={blob}
          onLeave={() => {
            setUnlocking('left');
          }}
          onUnlocked={() => {
            name.current?.focus();
          }}
        />
      ) : null}
    </article>
  );
}

function describe(summary: BlobSummary): string {
  return summary.placedAs.length === 0
    ? summary.suggestion
    : `Placed: ${summary.placedAs.join(', ')}.`;
}
