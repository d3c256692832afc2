import { useMemo, useState } from 'react';
import { useStudio } from '../../../state/index.ts';
import { Select } from '../../../ui/index.ts';
import { Waiting } from '../../../views/index.ts';
import { useWhatIf } from '../use-what-if.ts';
import { ComparisonView } from './ComparisonView.tsx';
import { comparableStates, type NamedState } from './states.ts';

/** What differs between two states: the documents now, a simulation, as opened, any step of the history. */
export function ComparisonPanel() {
  const state = useStudio((all) => all);
  const states = comparableStates(state);
  const simulates = state.view.simulation !== null;
  const [beforeId, setBefore] = useState(simulates ? 'now' : 'opened');
  const [afterId, setAfter] = useState(simulates ? 'simulation' : 'now');
  const find = (id: string): NamedState | undefined => states.find((one) => one.id === id);
  const before = find(beforeId)?.workspace ?? state.baseline;
  const after = find(afterId)?.workspace ?? state.workspace;
  const options = states.map(({ id, label }) => ({ value: id, label }));
  return (
    <section aria-label="Comparison">
      <div className="wi-pair">
        <span>Before</span>
        <Select label="Before" value={beforeId} options={options} onChange={setBefore} />
        <span>After</span>
        <Select label="After" value={afterId} options={options} onChange={setAfter} />
      </div>
      <Compared before={before} after={after} />
    </section>
  );
}

function Compared({ before, after }: Record<'before' | 'after', NamedState['workspace']>) {
  const question = useMemo(() => ({ kind: 'comparison', before, after }) as const, [before, after]);
  const asked = useWhatIf(before === after ? null : question);
  if (before === after) {
    return (
      <p className="wi-lead" role="status">
        Both are the same state.
      </p>
    );
  }
  return asked.answer?.kind === 'comparison' ? (
    <ComparisonView comparison={asked.answer.comparison} />
  ) : (
    <Waiting asked={asked} label="Judging both states" />
  );
}
