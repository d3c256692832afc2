import { useEffect, useState } from 'react';
import type { Outlook } from '../../core/analysis/index.ts';
import type { TextEdit } from '../../core/model/index.ts';
import { askOutlook, useStudio } from '../../state/index.ts';

/** What is known of it: nothing yet, the answer, or that none came. */
export type OutlookState = Outlook | 'asked' | 'failed';

/** Asks what edits would lead to, once for each state of the workspace. */
export function useOutlook(edits: readonly TextEdit[]): OutlookState {
  const revision = useStudio((state) => state.revision);
  const lens = useStudio((state) => state.view.lens);
  const [known, setKnown] = useState<{ key: string; outlook: Outlook | 'failed' } | null>(null);
  const key = JSON.stringify([revision, lens, edits]);
  useEffect(() => {
    let wanted = true;
    const take = (outlook: Outlook | 'failed') => {
      if (wanted) setKnown({ key, outlook });
    };
    askOutlook(edits).then(take, () => {
      take('failed');
    });
    return () => {
      wanted = false;
    };
    // The edits are part of the key.
  }, [key]);
  return known?.key === key ? known.outlook : 'asked';
}
