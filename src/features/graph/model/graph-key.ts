import type { ObjectTask } from '../../../state/index.ts';
import { actionOfKey } from '../../../views/index.ts';
import type { GraphItem, GraphItems } from './graph-items.ts';
import { directionOfKey, moveFocus } from './move-focus.ts';

/** What a key does in the graph. Enter and Space are the buttons' own. */
export type GraphAct =
  | { readonly kind: 'fit' }
  | { readonly kind: 'task'; readonly task: ObjectTask }
  | { readonly kind: 'focus' | 'reveal' | 'handshake'; readonly item: GraphItem };

/** The act of a key press, or null when the key does nothing there. Arrows work on items only. */
export function graphKey(
  event: KeyboardEvent,
  items: GraphItems,
  active: GraphItem | null,
  letterKeys: boolean,
): GraphAct | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (letterKeys && event.key.toLowerCase() === 'f') return { kind: 'fit' };
  const onItem = event.target instanceof HTMLElement && event.target.dataset.item !== undefined;
  if (!onItem || active === null) return null;
  const action =
    active.kind === 'object' ? actionOfKey(event.key, active.id, !active.node.ghost) : null;
  if (action !== null) return { kind: 'task', task: action.task };
  switch (event.key) {
    case 'e':
    case 'E':
      return letterKeys ? { kind: 'reveal', item: active } : null;
    case 'h':
    case 'H':
      return letterKeys ? { kind: 'handshake', item: active } : null;
    case 'Home':
      return focusOn(items.all[0]);
    case 'End':
      return focusOn(items.all.at(-1));
    default: {
      const direction = directionOfKey.get(event.key);
      return direction ? focusOn(moveFocus(items, active, direction) ?? active) : null;
    }
  }
}

function focusOn(item: GraphItem | undefined): GraphAct | null {
  return item ? { kind: 'focus', item } : null;
}
