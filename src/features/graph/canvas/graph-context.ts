import { createContext, useContext } from 'react';

export interface GraphHandlers {
  /** Focus and selection go to the item. */
  readonly choose: (id: string) => void;
  /** The focus has got to the item by itself: keys act on it from now on. */
  readonly reach: (id: string) => void;
  /** Whether objects can be connected and changed from here. */
  readonly isEditable: boolean;
}

export const GraphContext = createContext<GraphHandlers>({
  choose: () => undefined,
  reach: () => undefined,
  isEditable: false,
});

export function useGraphHandlers(): GraphHandlers {
  return useContext(GraphContext);
}
