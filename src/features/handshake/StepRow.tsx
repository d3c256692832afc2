import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { HandshakeStep } from '../../core/handshake/types.ts';
import { classNames, Icon, VerdictShape } from '../../ui/index.ts';
import { stepLook } from '../../views/index.ts';
import { Lanes } from './Lanes.tsx';

/** One step: number, title, drawing, result. Its evidence opens in `children` or in the inspector. */
export function StepRow(props: {
  step: HandshakeStep;
  selected: boolean;
  /** The row that Tab reaches; arrows move on. */
  current: boolean;
  dimmed: boolean;
  /** Whether its evidence is open below it; undefined where it opens elsewhere. */
  expanded: boolean | undefined;
  onSelect: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
  children?: ReactNode;
}) {
  const { step, selected, current, dimmed, expanded, onSelect, onKeyDown, children } = props;
  const look = stepLook(step);
  const decisive = step.role === 'decisive';
  return (
    <li className={classNames(dimmed && 'ahead')}>
      <button
        type="button"
        className={classNames('lrow step', look.tone, decisive && 'decisive', selected && 'chosen')}
        data-step={step.n}
        tabIndex={current ? 0 : -1}
        aria-current={selected ? 'step' : undefined}
        aria-expanded={expanded}
        onClick={onSelect}
        onKeyDown={onKeyDown}
      >
        <span className="no">{step.n}</span>
        <span className="ttl">{step.title}</span>
        <Lanes step={step} look={look} />
        <span className="res">
          <VerdictShape shape={look.shape} size="s" />
          <span className="w">{look.word}</span>
          {/* A step that was not checked has the same words in both places. */}
          <span className="ev" title={step.summary}>
            {step.summary.toLowerCase() === look.word.toLowerCase() ? '' : step.summary}
          </span>
          <span className="go">
            <Icon of={ChevronRight} size="xs" />
          </span>
        </span>
      </button>
      {children}
    </li>
  );
}
