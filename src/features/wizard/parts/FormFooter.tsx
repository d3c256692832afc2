import type { SetupDraft } from '../../../core/authoring/index.ts';
import { Button, toneClass } from '../../../ui/index.ts';
import { VerdictMark } from '../../../views/index.ts';
import type { DraftState } from '../model/use-draft.ts';

/** The verdict about the answers as they are, and the two ways out. */
export function FormFooter(props: {
  state: DraftState;
  /** How many answers keep the setup from being made. */
  open: number;
  isCreating: boolean;
  onCancel: () => void;
  onCreate: () => void;
}) {
  const { state, open, isCreating, onCancel, onCreate } = props;
  return (
    <div className="form-f">
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <span className="grow" />
      <div className="form-v" role="status">
        {open > 0 ? (
          <VerdictMark
            verdict="error"
            word={`${String(open)} ${open === 1 ? 'answer does' : 'answers do'} not fit`}
          />
        ) : (
          <DraftVerdict state={state} />
        )}
      </div>
      {state.progress === null ? null : (
        <Button size="sm" onClick={state.stop}>
          Stop issuing
        </Button>
      )}
      <Button variant="primary" size="lg" onClick={onCreate} aria-busy={isCreating}>
        {isCreating ? 'Creating' : 'Create setup'}
      </Button>
    </div>
  );
}

function DraftVerdict({ state }: { state: DraftState }) {
  const { draft, progress, failure, isCurrent, again } = state;
  if (failure !== null)
    return (
      <>
        <span className="sub">{failure.text}</span>
        <Button size="sm" onClick={again}>
          Try again
        </Button>
      </>
    );
  if (progress !== null)
    return (
      <span className="sub">
        Issuing certificate {progress.done + 1} of {progress.total}
      </span>
    );
  if (draft === null || !isCurrent) return <span className="sub">Checking</span>;
  return <Verdict draft={draft} />;
}

/** What cert-manager has yet to write counts as written, and is said to. */
function Verdict({ draft: { verdict, setup } }: { draft: SetupDraft }) {
  const { cause, headline } = verdict;
  const word = setup.standIns.length > 0 ? `${headline}, with what cert-manager writes` : headline;
  return (
    <span className={toneClass(verdict.verdict)} title={cause ?? undefined}>
      <VerdictMark verdict={verdict.verdict} word={word} />
    </span>
  );
}
