import type { Alternative, Problem } from '../../../core/authoring/index.ts';
import { Button, VerdictShape } from '../../../ui/index.ts';

/** What stands against an answer: the fact, where it comes from, and what can be done instead. */
export function Problems(props: {
  problems: readonly Problem[];
  onTake: (alternative: Alternative) => void;
}) {
  return (
    <div className="q-problems" aria-live="polite">
      {props.problems.map((problem) => (
        <ProblemCard key={problem.code} problem={problem} onTake={props.onTake} />
      ))}
    </div>
  );
}

function ProblemCard(props: { problem: Problem; onTake: (alternative: Alternative) => void }) {
  const { problem, onTake } = props;
  const isBlocking = problem.severity === 'blocking';
  return (
    <div
      className={isBlocking ? 'q-problem err' : 'q-problem warn'}
      role="group"
      aria-label={isBlocking ? 'Cannot be done' : 'Good to know'}
      data-blocking={isBlocking ? true : undefined}
      tabIndex={-1}
    >
      <VerdictShape shape={isBlocking ? 'error' : 'warning'} size="s" />
      <div>
        <p>{problem.fact}</p>
        <p className="src">{problem.source}</p>
        {problem.alternatives.length === 0 ? null : (
          <div className="alts">
            {problem.alternatives.map((alternative) => (
              <Button
                key={alternative.title}
                size="sm"
                onClick={() => {
                  onTake(alternative);
                }}
              >
                {alternative.title}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
