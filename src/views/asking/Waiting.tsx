import './waiting.css';
import { Button } from '../../ui/index.ts';
import type { Asked } from './use-asked.ts';

/** What stands in place of an answer: how far it is, with a way to end it, or why there is none. */
export function Waiting({ asked, label }: { asked: Asked; label: string }) {
  const { progress, failure, stop, askAgain } = asked;
  if (failure !== null) {
    return (
      <p className="waiting" role="status">
        <span className="grow">{failure}</span>
        <Button size="sm" onClick={askAgain}>
          Ask again
        </Button>
      </p>
    );
  }
  return (
    <p className="waiting">
      <progress
        aria-label={label}
        {...(progress === null ? {} : { value: progress.done, max: progress.total })}
      />
      <span className="grow" role="status">
        {label}
        {progress === null ? '' : `: ${String(progress.done)} of ${String(progress.total)}`}
      </span>
      <Button size="sm" variant="quiet" onClick={stop}>
        Stop
      </Button>
    </p>
  );
}
