import { useEffect, useRef, type RefObject } from 'react';

/**
 * Listens to the keys of a whole region. The region itself is no control: every node and button inside is one, and what
 * they do not take comes up to it.
 */
export function useRegionKeys(
  region: RefObject<HTMLElement | null>,
  onKey: (event: KeyboardEvent) => void,
): void {
  const handler = useRef(onKey);
  useEffect(() => {
    handler.current = onKey;
  });
  useEffect(() => {
    const element = region.current;
    if (element === null) return undefined;
    const listen = (event: KeyboardEvent) => {
      handler.current(event);
    };
    element.addEventListener('keydown', listen);
    return () => {
      element.removeEventListener('keydown', listen);
    };
  }, [region]);
}
