import { createContext, useContext } from 'react';

export interface GraphHandlers {
  /** Focus and selection go to the item. */
  readonly choose: (id: string) => void;
}

export const GraphContext = createContext<GraphHandlers>({ choose: () => undefined });

export function useGraphHandlers(): GraphHandlers {
  return useContext(GraphContext);
}
