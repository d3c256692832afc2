import type { OrderProblem } from '../../core/certificates/index.ts';
import { VerdictShape } from '../../ui/index.ts';

/** What stands against the order, and what it costs. */
export function ProblemNotes({ problems }: { problems: readonly OrderProblem[] }) {
  return (
    <div aria-live="polite">
      {problems.map(({ severity, text }) => (
        <p key={text} className="ct-note">
          <VerdictShape shape={severity === 'blocking' ? 'error' : 'warning'} />
          <span>
            <b>{severity === 'blocking' ? 'Cannot be issued: ' : 'Warning: '}</b>
            {text}
          </span>
        </p>
      ))}
    </div>
  );
}
