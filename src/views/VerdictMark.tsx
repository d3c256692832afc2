import type { Severity } from '../core/model/index.ts';
import type { Verdict } from '../core/topology/types.ts';
import { toneClass, VerdictShape, type ShapeSize } from '../ui/index.ts';
import { verdictWords } from './format/words.ts';

/**
 * A verdict as shape and word. Without `word` it stands alone and the word becomes its accessible name.
 */
export function VerdictMark(props: {
  verdict: Verdict | Severity;
  size?: ShapeSize;
  /** Visible word; `true` for the usual one. */
  word?: string | true;
  /** Accessible name when no word is visible; default is the usual word. */
  label?: string;
}) {
  const { verdict, size = 's', word, label } = props;
  if (word === undefined) {
    return <VerdictShape shape={verdict} size={size} label={label ?? verdictWords[verdict]} />;
  }
  return (
    <span className={`row ${toneClass(verdict)}`} style={{ gap: 6 }}>
      <VerdictShape shape={verdict} size={size} />
      {word === true ? verdictWords[verdict] : word}
    </span>
  );
}
