import './finding.css';
import type { ReactNode } from 'react';
import type { RenderedFinding } from '../core/analysis/types.ts';
import { classNames } from '../ui/index.ts';
import { VerdictMark } from './VerdictMark.tsx';

/** A finding as one row: shape, statement, evidence or step, and what can be done (`end`). */
export function FindingRow(props: {
  finding: RenderedFinding;
  onOpen?: () => void;
  selected?: boolean;
  end?: ReactNode;
}) {
  const { finding, onOpen, selected = false, end } = props;
  const text = (
    <>
      <span className="n">{finding.title}</span>
      {finding.step === undefined ? null : <span className="d"> step {finding.step}</span>}
      <span className="d line">{finding.detail}</span>
    </>
  );
  return (
    <div className={classNames('find', selected && 'sel')}>
      <VerdictMark verdict={finding.severity} />
      {onOpen === undefined ? (
        <div className="tx">{text}</div>
      ) : (
        <button
          type="button"
          className="tx"
          aria-current={selected ? true : undefined}
          onClick={onOpen}
        >
          {text}
        </button>
      )}
      {end}
    </div>
  );
}
