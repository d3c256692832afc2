import { Eye } from 'lucide-react';
import type { RenderedFinding } from '../../core/analysis/types.ts';
import type { QuickFix } from '../../core/model/index.ts';
import { applyFix, openFinding, studio } from '../../state/index.ts';
import { Button, IconButton } from '../../ui/index.ts';

/** The first fix of a row and a look at it; where there is none, the way to the place. */
export function RowFix(props: {
  finding: RenderedFinding;
  primary: boolean;
  onPreview: (fix: QuickFix) => void;
}) {
  const { finding, primary, onPreview } = props;
  const [fix] = finding.fixes;
  const { at } = finding;
  if (fix !== undefined)
    return (
      <span className="row">
        <IconButton
          icon={Eye}
          size="sm"
          label={`Preview: ${fix.title}`}
          onClick={() => {
            onPreview(fix);
          }}
        />
        <Button
          size="sm"
          variant={primary ? 'primary' : 'plain'}
          title={fix.title}
          aria-label={`Fix: ${fix.title}`}
          onClick={() => {
            applyFix(fix);
          }}
        >
          Fix
        </Button>
      </span>
    );
  if (at === undefined) return null;
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-label={`Show where: ${finding.title}`}
      onClick={() => {
        openFinding(finding);
        studio.reveal(at.fileId, at.range);
      }}
    >
      Show
    </Button>
  );
}
