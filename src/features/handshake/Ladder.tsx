import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Handshake, HandshakeStep, Party } from '../../core/handshake/types.ts';
import type { StepNumber } from '../../core/model/index.ts';
import { studio } from '../../state/index.ts';
import { StepBrief, StepEvidence } from '../../views/index.ts';
import { FoldRow } from './FoldRow.tsx';
import { LadderHead } from './LadderHead.tsx';
import { leadingPasses } from './leading-passes.ts';
import { StepRow } from './StepRow.tsx';

/** Where the evidence of the selected step opens: whole or in short under its row, or in the inspector. */
export type EvidencePlace = 'full' | 'brief' | 'elsewhere';

/** The eleven steps as a list with a drawing beside it. One tab stop; arrows, Home and End move between steps. */
export function Ladder(props: {
  handshake: Handshake;
  names: Readonly<Record<Party, string>>;
  selected: StepNumber | null;
  /** Rows after this one wait for their turn in a replay. */
  upTo: StepNumber | null;
  evidence: EvidencePlace;
  onSelect: (step: StepNumber) => void;
}) {
  const { handshake, names, selected, upTo, evidence, onSelect } = props;
  const list = useRef<HTMLOListElement>(null);
  const { steps, outcome } = handshake;
  const current = selected ?? outcome.causeStep ?? 1;
  const fold = useFold(steps, evidence === 'brief', selected);
  useRowInSight(list, selected);
  const onKeyDown = (event: KeyboardEvent, n: number) => {
    const next = nextStep(event.key, n, fold.count + 1, steps.length);
    if (next === null) return;
    event.preventDefault();
    onSelect(next as StepNumber);
    rowOf(list.current, next)?.focus();
  };
  return (
    <div className="ladder">
      <LadderHead names={names} />
      <ol ref={list} aria-label="Handshake steps">
        {fold.count === 0 ? null : <FoldRow count={fold.count} onOpen={fold.open} />}
        {steps.slice(fold.count).map((step) => (
          <StepRow
            key={step.n}
            step={step}
            selected={step.n === selected}
            current={step.n === current}
            dimmed={upTo !== null && step.n > upTo}
            expanded={evidence === 'elsewhere' ? undefined : step.n === selected}
            onSelect={() => {
              onSelect(step.n);
            }}
            onKeyDown={(event) => {
              onKeyDown(event, step.n);
            }}
          >
            {step.n === selected ? (
              <OpenEvidence step={step} place={evidence} handshake={handshake} />
            ) : null}
          </StepRow>
        ))}
      </ol>
    </div>
  );
}

function OpenEvidence(props: { step: HandshakeStep; place: EvidencePlace; handshake: Handshake }) {
  const { step, place, handshake } = props;
  const { connectionId, outcome } = handshake;
  switch (place) {
    case 'full':
      return <StepEvidence step={step} outcome={outcome} wide />;
    case 'brief':
      return (
        <StepBrief
          step={step}
          onMore={() => {
            studio.select({ kind: 'step', connectionId, step: step.n });
          }}
        />
      );
    case 'elsewhere':
      return null;
    default:
      return place satisfies never;
  }
}

/** How many rows are folded, and what opens them. A selected step is never inside the fold. */
function useFold(
  steps: readonly HandshakeStep[],
  wanted: boolean,
  selected: StepNumber | null,
): { count: number; open: () => void } {
  const [opened, setOpened] = useState(false);
  const passes = leadingPasses(steps);
  const folded = wanted && !opened && (selected === null || selected > passes);
  return {
    count: folded ? passes : 0,
    open: () => {
      setOpened(true);
    },
  };
}

/** Brings a newly selected row into sight. The first one stays where it is, so that the panel opens at its top. */
function useRowInSight(
  list: RefObject<HTMLOListElement | null>,
  selected: StepNumber | null,
): void {
  const before = useRef(selected);
  useEffect(() => {
    const last = before.current;
    before.current = selected;
    if (last === null || selected === null || last === selected) return;
    rowOf(list.current, selected)?.scrollIntoView({ block: 'nearest' });
  }, [list, selected]);
}

function rowOf(list: HTMLOListElement | null, n: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-step="${String(n)}"]`) ?? null;
}

function nextStep(key: string, n: number, first: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, n + 1);
    case 'ArrowUp':
      return Math.max(first, n - 1);
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}
