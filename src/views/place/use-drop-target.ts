import { useState, type DragEvent } from 'react';
import { dropOn, useDraggedFile, useDropPlace } from '../../state/index.ts';

/** How a node or row stands while a file of the shelf is dragged, and what it listens to. */
export interface DropTarget {
  /** `takes`, `takes over`, `leaves`; null while nothing is dragged. */
  readonly standing: string | null;
  /** What a drop does there: `Adds as ca.crt`. */
  readonly words: string | null;
  readonly handlers: {
    readonly onDragOver?: (event: DragEvent) => void;
    readonly onDragLeave?: () => void;
    readonly onDrop?: (event: DragEvent) => void;
  };
}

/** Lets an object take a file of the shelf; `objectKey` null for what takes none. Its twin is `PlaceButtons`. */
export function useDropTarget(objectKey: string | null): DropTarget {
  const dragged = useDraggedFile();
  const place = useDropPlace(objectKey);
  const [over, setOver] = useState(false);
  if (dragged === null) return { standing: null, words: null, handlers: {} };
  if (place === null) return { standing: 'leaves', words: null, handlers: {} };
  const verb = { replace: 'Replaces', add: 'Adds' };
  return {
    standing: over ? 'takes over' : 'takes',
    words: `${place.effect === null ? 'Put here' : verb[place.effect]} ${place.as}`,
    handlers: {
      onDragOver: (event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: () => {
        setOver(false);
      },
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        dropOn(place);
      },
    },
  };
}
