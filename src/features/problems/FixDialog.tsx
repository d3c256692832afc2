import { Wrench } from 'lucide-react';
import { useMemo } from 'react';
import type { QuickFix } from '../../core/model/index.ts';
import { applyFixes } from '../../state/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { FixDiff, FixOutlook } from '../../views/index.ts';

/** What is about to be applied: one fix, or all safe ones. */
export interface FixPlan {
  readonly fixes: readonly QuickFix[];
  /** Not part of it, because their edits touch those of another one. */
  readonly leftOut: readonly QuickFix[];
}

/** The edits of a plan as one diff, what they lead to, and the button that makes them one history entry. */
export function FixDialog({ plan, onClose }: { plan: FixPlan; onClose: () => void }) {
  const { fixes, leftOut } = plan;
  const edits = useMemo(() => fixes.flatMap((fix) => fix.edits), [fixes]);
  const [only] = fixes;
  const isOne = fixes.length === 1 && only !== undefined;
  const label = isOne ? only.title : `Apply ${String(fixes.length)} safe fixes`;
  return (
    <Dialog
      open
      onClose={onClose}
      title={label}
      description={
        isOne ? only.effect : 'Safe: no setting gets another meaning. One step undoes all of them.'
      }
      width={640}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            icon={Wrench}
            onClick={() => {
              onClose();
              applyFixes(label, edits);
            }}
          >
            {isOne ? 'Apply fix' : label}
          </Button>
        </>
      }
    >
      <div className="fix-plan">
        {isOne ? null : <FixList fixes={fixes} />}
        <FixDiff edits={edits} />
        <FixOutlook edits={edits} />
        {leftOut.length === 0 ? null : (
          <>
            <p className="note">
              Left out, because they change the same text. They are offered again afterwards:
            </p>
            <FixList fixes={leftOut} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function FixList({ fixes }: { fixes: readonly QuickFix[] }) {
  return (
    <ul>
      {fixes.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}
