import type { OnConnectEnd, OnConnectStart } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { connectionBetween } from '../../../views/index.ts';
import type { GraphItems } from '../model/graph-items.ts';
import type { DrawnLine } from './flow-elements.ts';

/** The line that is drawn from the handle of an object, and what comes of it when it ends on another. */
export function useDrawnLine(
  items: GraphItems,
  onConnect: ((start: string, end: string) => void) | null,
): {
  readonly drawn: DrawnLine | null;
  readonly onStart: OnConnectStart;
  readonly onEnd: OnConnectEnd;
} {
  const [from, setFrom] = useState<string | null>(null);
  const drawn = useMemo(
    () => (from === null ? null : { from, targets: targetsOf(items, from) }),
    [items, from],
  );
  return {
    drawn,
    onStart: (_, { nodeId }) => {
      setFrom(nodeId);
    },
    onEnd: (event) => {
      setFrom(null);
      const end = itemUnder(event);
      if (from !== null && end !== null && connectionBetween(from, end) !== null)
        onConnect?.(from, end);
    },
  };
}

function targetsOf({ all }: GraphItems, from: string): ReadonlySet<string> {
  const ends = all.filter(
    (item) =>
      item.kind === 'object' && !item.node.ghost && connectionBetween(from, item.id) !== null,
  );
  return new Set(ends.map(({ id }) => id));
}

/** The whole card takes the line, not just its handle. */
function itemUnder(event: MouseEvent | TouchEvent): string | null {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (point === undefined) return null;
  const under = document.elementFromPoint(point.clientX, point.clientY);
  const node = under?.closest('.react-flow__node')?.querySelector<HTMLElement>('[data-object]');
  return node?.dataset.object ?? null;
}
