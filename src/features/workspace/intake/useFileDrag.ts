import { useEffect, useState } from 'react';
import { filesOfDrop } from './filesOfDrop.ts';
import { takeIn } from './takeIn.ts';

/** How many files hang over the page; null when none. The browser tells the number late: 0 is "some". */
export function useFileDrag(): number | null {
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    // Enter and leave come for every element crossed: the drag is over the page while one is open.
    let depth = 0;
    const ofFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const handlers = {
      dragenter: (event: DragEvent) => {
        if (!ofFiles(event)) return;
        event.preventDefault();
        depth += 1;
        setOver(event.dataTransfer?.items.length ?? 0);
      },
      dragover: (event: DragEvent) => {
        if (!ofFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      dragleave: (event: DragEvent) => {
        if (!ofFiles(event)) return;
        depth = Math.max(depth - 1, 0);
        if (depth === 0) setOver(null);
      },
      drop: (event: DragEvent) => {
        depth = 0;
        setOver(null);
        if (!ofFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        void takeIn(filesOfDrop(event.dataTransfer), 'Drop');
      },
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragenter', handlers.dragenter, { signal });
    window.addEventListener('dragover', handlers.dragover, { signal });
    window.addEventListener('dragleave', handlers.dragleave, { signal });
    window.addEventListener('drop', handlers.drop, { signal });
    return () => {
      stop.abort();
    };
  }, []);
  return over;
}
