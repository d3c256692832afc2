import { useEffect, useState } from 'react';
import type { EditAction, EditOutcome } from '../../core/edits/index.ts';
import { askEdit, useStudio } from '../../state/index.ts';

/** What an action would come to on the workspace as it stands; null until it is known, and while there is no action. */
export function useOutcome(action: EditAction | null): EditOutcome | null {
  const revision = useStudio((state) => state.revision);
  const asked = action === null ? '' : `${String(revision)} ${JSON.stringify(action)}`;
  const [known, setKnown] = useState<{ asked: string; outcome: EditOutcome } | null>(null);
  useEffect(() => {
    if (action === null) return undefined;
    let current = true;
    askEdit(action).then(
      (outcome) => {
        if (current) setKnown({ asked, outcome });
      },
      (fault: unknown) => {
        const why = fault instanceof Error ? fault.message : String(fault);
        if (current) setKnown({ asked, outcome: { kind: 'refused', why } });
      },
    );
    return () => {
      current = false;
    };
    // `asked` says all that the action says.
  }, [asked]);
  return known?.asked === asked ? known.outcome : null;
}
