import type { ImplementationVerdict } from '../../core/analysis/types.ts';
import { useAnalysis, useCurrentImplementation } from '../../state/index.ts';
import { Select, VerdictShape } from '../../ui/index.ts';
import { chooseLens } from './choose-lens.ts';
import { failingWords } from './failing-words.ts';

const none: readonly ImplementationVerdict[] = [];

/** The verdict strip as one choice, with how many fail: no gateway's verdict is hidden without a word. */
export function NarrowImplementations() {
  const verdicts = useAnalysis((state) => state.analysis?.implementations ?? none);
  const current = useCurrentImplementation();
  if (verdicts.length === 0) {
    return (
      <div className="nl-impl row">
        <VerdictShape shape="unknown" size="l" />
        Not checked
      </div>
    );
  }
  return (
    <div className="nl-impl">
      <Select
        label="Simulate on"
        value={current}
        options={verdicts.map((verdict) => ({
          value: verdict.implementation,
          label: (
            <span className="row">
              <VerdictShape shape={verdict.verdict} size="s" />
              <span className="trunc">{verdict.name}</span>
            </span>
          ),
        }))}
        onChange={(id) => {
          const verdict = verdicts.find(({ implementation }) => implementation === id);
          if (verdict !== undefined) chooseLens(verdict);
        }}
      />
      <small className="mut">{failingWords(verdicts)}</small>
    </div>
  );
}
