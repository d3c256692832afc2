import type { KeyboardEvent } from 'react';
import type { Comparison, RenderedFinding } from '../../core/analysis/types.ts';
import type { QuickFix } from '../../core/model/index.ts';
import { openFinding, useAnalysis, useStudio } from '../../state/index.ts';
import { classNames } from '../../ui/index.ts';
import { GatewayMarks, ObjectGlyph, VerdictMark } from '../../views/index.ts';
import { RowFix } from './RowFix.tsx';

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
  const { subject } = finding;
  const object = useAnalysis((state) =>
    subject.kind === 'object'
      ? state.analysis?.objects.find(({ id }) => id === subject.objectId)
      : undefined,
  );
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
        <RowFix finding={finding} primary={primary} onPreview={onPreview} />
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
