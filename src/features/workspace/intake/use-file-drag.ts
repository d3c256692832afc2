import { useEffect, useState } from 'react';
import { filesOfDrop } from './files-of-drop.ts';
import { takeIn } from './take-in.ts';

/** How many files hang over the page; null when none. The browser tells the number late: 0 is "some". */
export function useFileDrag(): number | null {
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    watchFileDrags(stop.signal, setOver, (transfer) => {
      void takeIn(filesOfDrop(transfer), 'Drop');
    });
    return () => {
      stop.abort();
    };
  }, []);
  return over;
}

/** Listens on the window until `signal` aborts. Drags without files are the page's own business. */
function watchFileDrags(
  signal: AbortSignal,
  onOver: (files: number | null) => void,
  onDrop: (transfer: DataTransfer) => void,
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
    onDrop(transfer);
  });
}
