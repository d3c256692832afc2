import { useEffect } from 'react';
import { setDrag, takerOf, useDrag } from '../../../state/index.ts';
import { filesOfDrop } from './files-of-drop.ts';
import { takeIn } from './take-in.ts';

/**
 * How many files hang over the page; null when none. Dropped on an object that takes files, they are put into it; anywhere
 * else they are read.
 */
export function useFileDrag(): number | null {
  useEffect(() => {
    const stop = new AbortController();
    const onOver = (count: number | null) => {
      setDrag(count === null ? null : { kind: 'files', count });
    };
    watchFileDrags(stop.signal, onOver, (transfer, target) => {
      void takeIn(filesOfDrop(transfer), 'Drop', takerOf(objectAt(target)));
    });
    return () => {
      stop.abort();
    };
  }, []);
  const drag = useDrag();
  return drag?.kind === 'files' ? drag.count : null;
}

/** Key of the object whose node or row this is in. */
function objectAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-object]')?.dataset.object ?? null;
}

/** Listens on the window until `signal` aborts. Drags without files are the page's own business. */
function watchFileDrags(
  signal: AbortSignal,
  onOver: (files: number | null) => void,
  onDrop: (transfer: DataTransfer, target: EventTarget | null) => void,
): void {
  // Enter and leave come for every element crossed: the drag is over the page while one is open.
  let depth = 0;
  const listen = (
    type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
    handle: (transfer: DataTransfer, event: DragEvent) => void,
  ) => {
    const listener = (event: DragEvent) => {
      const transfer = event.dataTransfer;
      if (transfer?.types.includes('Files') === true) handle(transfer, event);
    };
    window.addEventListener(type, listener, { signal });
  };
  listen('dragenter', (transfer, event) => {
    event.preventDefault();
    depth += 1;
    onOver(transfer.items.length);
  });
  listen('dragover', (transfer, event) => {
    event.preventDefault();
    transfer.dropEffect = 'copy';
  });
  listen('dragleave', () => {
    depth = Math.max(depth - 1, 0);
    if (depth === 0) onOver(null);
  });
  listen('drop', (transfer, event) => {
    event.preventDefault();
    depth = 0;
    onOver(null);
    onDrop(transfer, event.target);
  });
}
