import type { RenderedFinding } from '../../core/analysis/types.ts';
import { SimulationNote } from '../SimulationNote.tsx';
import { FixCard } from './FixCard.tsx';

/** What to do about a finding: its first repair as a card with the others behind it, else the advice in words. */
export function FindingFixes({ finding }: { finding: RenderedFinding }) {
  const [first, ...others] = finding.fixes;
  return first === undefined ? (
    <>
      <p className="advice">{finding.action}</p>
      <SimulationNote says="Fixes are offered for your documents: go back to them first." />
    </>
  ) : (
    <FixCard fix={first} others={others} />
  );
}
