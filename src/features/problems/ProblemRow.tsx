import { Eye } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Comparison, RenderedFinding } from '../../core/analysis/types.ts';
import type { QuickFix } from '../../core/model/index.ts';
import { applyFix, openFinding, studio, useAnalysis, useStudio } from '../../state/index.ts';
import { Button, classNames, IconButton } from '../../ui/index.ts';
import { GatewayMarks, ObjectGlyph, VerdictMark } from '../../views/index.ts';

/** One problem. Click or Enter selects it and shows its line; arrows go to the next or previous one. */
export function ProblemRow(props: {
  finding: RenderedFinding;
  comparison: Comparison;
  primary: boolean;
  onPreview: (fix: QuickFix) => void;
}) {
  const { finding, comparison, primary, onPreview } = props;
  const selection = useStudio((state) => state.view.selection);
  const selected = selection.kind === 'finding' && selection.findingId === finding.id;
  const { subject, at, fixes } = finding;
  const object = useAnalysis((state) =>
    subject.kind === 'object'
      ? state.analysis?.objects.find(({ id }) => id === subject.objectId)
      : undefined,
  );
  const [fix] = fixes;
  return (
    <tr className={classNames(selected && 'chosen')}>
      <td>
        <VerdictMark verdict={finding.severity} />
      </td>
      <td>{finding.step === undefined ? null : <span className="tag">{finding.step}</span>}</td>
      <td>
        <button
          type="button"
          className="open"
          aria-current={selected ? true : undefined}
          onKeyDown={moveFocus}
          onClick={() => {
            openFinding(finding);
          }}
        >
          <span className="n">{finding.title}</span>
          <span className="d">{finding.detail}</span>
        </button>
      </td>
      <td className="obj">
        {object === undefined ? null : (
          <span className="row">
            <ObjectGlyph kind={object.kind} />
            <span className="trunc" title={object.name}>
              {object.name}
            </span>
          </span>
        )}
      </td>
      <td className="gws">
        <GatewayMarks finding={finding} comparison={comparison} />
      </td>
      <td className="fx">
        {fix !== undefined ? (
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
        ) : at !== undefined ? (
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
        ) : null}
      </td>
    </tr>
  );
}

function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...(event.currentTarget.closest('tbody')?.querySelectorAll('button.open') ?? [])];
  const next = rows[rows.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
