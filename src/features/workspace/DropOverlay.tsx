import './drop.css';
import { Upload } from 'lucide-react';
import { useReceives, useStudio } from '../../state/index.ts';
import { useFileDrag } from './intake/use-file-drag.ts';

/** While files hang over the page: the frame turns ink, all recedes, and a card says what a drop does. */
export function DropOverlay() {
  const over = useFileDrag();
  const hasObjects = useHasObjects();
  if (over === null) return null;
  const what =
    over === 0 ? 'Drop the files' : over === 1 ? 'Drop the file' : `Drop ${String(over)} files`;
  return (
    <>
      <div className="veil" />
      <div className="dcard" role="status">
        <span className="big">
          <Upload strokeWidth={1.75} aria-hidden="true" />
        </span>
        <h2>{what}</h2>
        <p>
          {hasObjects
            ? `On a node to place ${over === 1 ? 'it' : 'them'} there, anywhere else to read and suggest a place.`
            : 'Manifests join the setup; certificates and keys go to the shelf.'}{' '}
          Nothing leaves this page.
        </p>
      </div>
    </>
  );
}

/** Whether nodes or rows that take files are in sight: a narrow page shows one thing at a time. */
function useHasObjects(): boolean {
  const receives = useReceives();
  const isOutline = useStudio(({ view }) => view.page === 'outline');
  return receives && (isOutline || !window.matchMedia('(max-width: 639px)').matches);
}
