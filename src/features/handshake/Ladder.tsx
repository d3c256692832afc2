import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Handshake, Party } from '../../core/handshake/types.ts';
import type { StepNumber } from '../../core/model/index.ts';
import { StepEvidence } from '../../views/index.ts';
import { LadderHead } from './LadderHead.tsx';
import { StepRow } from './StepRow.tsx';

/** The eleven steps as a list with a drawing beside it. One tab stop; arrows, Home and End move between steps. */
export function Ladder(props: {
  handshake: Handshake;
  names: Readonly<Record<Party, string>>;
  selected: StepNumber | null;
  /** Rows after this one wait for their turn in a replay. */
  upTo: StepNumber | null;
  /** Evidence opens under the selected row. */
  inline: boolean;
  onSelect: (step: StepNumber) => void;
}) {
  const { handshake, names, selected, upTo, inline, onSelect } = props;
  const list = useRef<HTMLOListElement>(null);
  const { steps, outcome } = handshake;
  const current = selected ?? outcome.causeStep ?? 1;
  useEffect(() => {
    rowOf(list.current, current)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent, n: number) => {
    const next = nextStep(event.key, n, steps.length);
    if (next === null) return;
    event.preventDefault();
    onSelect(next as StepNumber);
    rowOf(list.current, next)?.focus();
  };
  return (
    <div className="ladder">
      <LadderHead names={names} />
      <ol ref={list} aria-label="Handshake steps">
        {steps.map((step) => (
          <StepRow
            key={step.n}
            step={step}
            selected={step.n === selected}
            current={step.n === current}
            dimmed={upTo !== null && step.n > upTo}
            onSelect={() => {
              onSelect(step.n);
            }}
            onKeyDown={(event) => {
              onKeyDown(event, step.n);
            }}
          >
            {inline && step.n === selected ? <StepEvidence step={step} wide /> : undefined}
          </StepRow>
        ))}
      </ol>
    </div>
  );
}

function rowOf(list: HTMLOListElement | null, n: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-step="${String(n)}"]`) ?? null;
}

function nextStep(key: string, n: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count, n + 1);
    case 'ArrowUp':
      return Math.max(1, n - 1);
    case 'Home':
      return 1;
    case 'End':
      return count;
    default:
      return null;
  }
}
