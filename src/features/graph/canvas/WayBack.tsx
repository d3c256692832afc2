import { useStore } from '@xyflow/react';
import type { GraphItem } from '../model/graph-items.ts';
import { isInSight } from './fit-viewport.ts';

/**
 * The graph's tab stop while the item that has it is out of sight and, in large graphs, not in the
 * document: it hands the focus on.
 */
export function WayBack({ item, onFocus }: { item: GraphItem; onFocus: () => void }) {
  const lost = useStore(
    ({ transform: [x, y, zoom], width, height }) =>
      !isInSight({ x, y, zoom }, { width, height }, item),
  );
  if (!lost) return null;
  return (
    <button type="button" className="vh" onFocus={onFocus}>
      Go to {item.name}
    </button>
  );
}
