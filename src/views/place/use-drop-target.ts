import { useState, type DragEvent } from 'react';
import type { Placement, Taker } from '../../core/analysis/index.ts';
import { dropOn, useDrag, useDropPlace, useTaker } from '../../state/index.ts';

/** How a node or row stands while files are dragged, and what it listens to. */
export interface DropTarget {
  /** `takes`, `takes over`, `leaves`; null while nothing is dragged. */
  readonly standing: string | null;
  /** What a drop does there: `Adds as ca.crt`. */
  readonly words: string | null;
  readonly handlers: {
    readonly onDragOver?: (event: DragEvent) => void;
    readonly onDragLeave?: (event: DragEvent) => void;
    readonly onDrop?: (event: DragEvent) => void;
  };
}

/**
 * Lets an object take a file of the shelf, or shows what it takes of files from outside: those are received by the page,
 * which looks at the `data-object` under them. `objectKey` null for what takes none. Its twin is `PlaceButtons`.
 */
export function useDropTarget(objectKey: string | null): DropTarget {
  const drag = useDrag();
  const place = useDropPlace(objectKey);
  const taker = useTaker(objectKey);
  const [over, setOver] = useState(false);
  if (drag === null) {
    // The end of a drag from outside is heard by the page alone.
    if (over) setOver(false);
    return { standing: null, words: null, handlers: {} };
  }
  const words = drag.kind === 'shelf' ? wordsOfPlace(place) : wordsOfTaker(taker, over);
  if (words === null) return { standing: 'leaves', words: null, handlers: {} };
  return {
    standing: over ? 'takes over' : 'takes',
    words,
    handlers: {
      onDragOver: (event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setOver(false);
      },
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        if (place !== null) dropOn(place);
      },
    },
  };
}

function wordsOfPlace(place: Placement | null): string | null {
  if (place === null) return null;
  const verb = { replace: 'Replaces', add: 'Adds' };
  return `${place.effect === null ? 'Put here' : verb[place.effect]} ${place.as}`;
}

const TAKEN: Readonly<Record<Taker['takes'], string>> = {
  identity: 'Certificate or key',
  authority: 'CA certificate',
  both: 'Certificate, key or CA',
};

function wordsOfTaker(taker: Taker | null, over: boolean): string | null {
  if (taker === null) return null;
  return over ? `Put here ${taker.as}` : TAKEN[taker.takes];
}
