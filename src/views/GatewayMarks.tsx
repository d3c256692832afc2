import './gateway-marks.css';
import type { Comparison, RenderedFinding } from '../core/analysis/types.ts';
import { VerdictShape } from '../ui/index.ts';
import { verdictWords } from './format/words.ts';

/**
 * Who minds a finding: one mark for each gateway, in lens order. What no gateway was asked about is the same for all.
 */
export function GatewayMarks(props: { finding: RenderedFinding; comparison: Comparison }) {
  const { finding, comparison } = props;
  const found = comparison.foundBy[finding.id];
  return (
    <span className="gw-marks">
      {comparison.implementations.map(({ implementation, name }) => {
        const severity = found === undefined ? finding.severity : found[implementation];
        const word = severity === undefined ? 'Not affected' : verdictWords[severity];
        return (
          <span key={implementation} title={`${name}: ${word}`}>
            <VerdictShape
              shape={severity ?? 'idle'}
              size="s"
              label={`${name}: ${word.toLowerCase()}`}
            />
          </span>
        );
      })}
    </span>
  );
}
