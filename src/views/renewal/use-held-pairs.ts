import { useEffect, useState } from 'react';
import type { HeldPair } from '../../core/analysis/index.ts';
import { loadHeldPairs, useStudio } from '../../state/index.ts';

/** The certificates of the workspace with a key; null while they are being read. */
export function useHeldPairs(): readonly HeldPair[] | null {
  const workspace = useStudio((state) => state.workspace);
  const [pairs, setPairs] = useState<readonly HeldPair[] | null>(null);
  useEffect(() => {
    let wanted = true;
    loadHeldPairs().then(
      (found) => {
        if (wanted) setPairs(found);
      },
      () => {
        // The worker was ended: nothing can be signed with what it would have found.
        if (wanted) setPairs([]);
      },
    );
    return () => {
      wanted = false;
    };
  }, [workspace]);
  return pairs;
}
