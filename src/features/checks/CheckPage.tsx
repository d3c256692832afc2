import { ArrowLeft } from 'lucide-react';
import type { Check } from '../../core/analysis/pages/index.ts';
import { openFinding, studio, useAnalysis } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { AboutCheck } from '../../views/check/index.ts';

/** The page of one check, and the first problem of this workspace that it tells. */
export function CheckPage({ check }: { check: Check | undefined }) {
  return (
    <div className="checks-p" tabIndex={0} role="region" aria-label={check?.title ?? 'Page'}>
      {check === undefined ? (
        <EmptyState title="Choose a check">
          Its page says what it means, why it matters and how to repair it.
        </EmptyState>
      ) : (
        <>
          <Button
            className="back"
            size="sm"
            variant="quiet"
            icon={ArrowLeft}
            onClick={() => {
              studio.openChecks(null);
            }}
          >
            Back to the list
          </Button>
          <div>
            <p className="k">{check.area}</p>
            <h3>{check.title}</h3>
            <code>{check.code}</code>
          </div>
          <AboutCheck check={check} />
          <HereToo code={check.code} />
        </>
      )}
    </div>
  );
}

/** Whether this workspace has such a problem. */
function HereToo({ code }: { code: string }) {
  const findings = useAnalysis((state) => state.analysis?.findings);
  if (findings === undefined) return null;
  const own = findings.filter((finding) => finding.code === code);
  const [first] = own;
  if (first === undefined) return <p className="note">Not in this workspace.</p>;
  return (
    <Button
      onClick={() => {
        studio.closeDialog();
        openFinding(first);
      }}
    >
      {own.length === 1 ? 'Show it in this workspace' : `Show the first of ${String(own.length)}`}
    </Button>
  );
}
