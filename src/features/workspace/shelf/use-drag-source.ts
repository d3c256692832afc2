import { useEffect, useRef, type RefObject } from 'react';
import type { Blob } from '../../../core/model/index.ts';
import { setDrag } from '../../../state/index.ts';

/** Lets a card be dragged onto a node or row that takes its file. The buttons on the card do the same. */
export function useDragSource({ id, path }: Blob): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const start = ({ dataTransfer }: DragEvent) => {
      if (dataTransfer === null) return;
      dataTransfer.effectAllowed = 'copy';
      dataTransfer.setData('text/plain', path);
      setDrag({ kind: 'shelf', blobId: id });
    };
    card.current?.addEventListener('dragstart', start, { signal });
    card.current?.addEventListener(
      'dragend',
      () => {
        setDrag(null);
      },
      { signal },
    );
    return () => {
      stop.abort();
    };
  }, [id, path]);
  return card;
}
