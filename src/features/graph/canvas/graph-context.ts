import { createContext, useContext } from 'react';

export interface GraphHandlers {
  /** Focus and selection go to the item. */
  readonly choose: (id: string) => void;
  /** The focus has got to the item by itself: keys act on it from now on. */
  readonly reach: (id: string) => void;
}

export const GraphContext = createContext<GraphHandlers>({
  choose: () => undefined,
  reach: () => undefined,
});

export function useGraphHandlers(): GraphHandlers {
  return useContext(GraphContext);
}
