import './fix.css';
import { Wrench } from 'lucide-react';
import { useState } from 'react';
import type { QuickFix } from '../../core/model/index.ts';
import { applyFix } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { FixDiff } from './FixDiff.tsx';
import { FixOutlook } from './FixOutlook.tsx';

/** One repair: what it does, the lines it changes, and the button that does it. `others` are further ways. */
export function FixCard({ fix, others = [] }: { fix: QuickFix; others?: readonly QuickFix[] }) {
  const [showOthers, setShowOthers] = useState(false);
  return (
    <div className="fix">
      <div className="t">
        <b>{fix.title}</b>
        {fix.effect === undefined ? null : <div className="eff">{fix.effect}</div>}
      </div>
      <FixDiff edits={fix.edits} />
      <FixOutlook edits={fix.edits} />
      <div className="b">
        <Button
          variant="primary"
          icon={Wrench}
          onClick={() => {
            applyFix(fix);
          }}
        >
          Apply fix
        </Button>
        {others.length === 0 ? null : (
          <Button
            variant="quiet"
            aria-expanded={showOthers}
            onClick={() => {
              setShowOthers(!showOthers);
            }}
          >
            Other ways ({others.length})
          </Button>
        )}
      </div>
      {showOthers ? others.map((other) => <OtherWay key={other.id} fix={other} />) : null}
    </div>
  );
}

function OtherWay({ fix }: { fix: QuickFix }) {
  return (
    <div className="other">
      <div className="t">
        <b>{fix.title}</b>
        {fix.effect === undefined ? null : <div className="eff">{fix.effect}</div>}
      </div>
      <FixDiff edits={fix.edits} />
      <FixOutlook edits={fix.edits} />
      <div className="b">
        <Button
          onClick={() => {
            applyFix(fix);
          }}
        >
          Apply this instead
        </Button>
      </div>
    </div>
  );
}
