import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftRequest, SetupDraft } from '../../../core/authoring/index.ts';
import {
  draftSetup,
  emptyWorkspace,
  Stopped,
  useStudio,
  type Pending,
  type Progress,
  type SetupPlace,
} from '../../../state/index.ts';
import type { Setup } from './use-setup.ts';

/** Long enough that a word that is typed is one draft. */
const settleMs = 120;

/** What is known of the setup that the answers come to. */
export interface DraftState {
  /** The last draft; stays while a newer one is made. */
  readonly draft: SetupDraft | null;
  /** The draft before the last answer: what its lines are compared with. */
  readonly before: SetupDraft | null;
  /** Whether the draft is that of the answers as they are. */
  readonly isCurrent: boolean;
  /** While certificates are issued. */
  readonly progress: Progress | null;
  /** Why there is no draft of the newest answers. */
  readonly failure: { readonly kind: 'stopped' | 'fault'; readonly text: string } | null;
  readonly stop: () => void;
  readonly again: () => void;
}

/** What is to be drafted; another object is another question. */
interface Wanted {
  readonly request: Omit<DraftRequest, 'now'>;
  readonly attempt: number;
}

interface Settled {
  readonly for: Wanted | null;
  readonly draft: SetupDraft | null;
  readonly before: SetupDraft | null;
  /** The answer that the draft was made after. */
  readonly last: string | null;
  readonly failure: DraftState['failure'];
}

/** How a question ended: with a draft, or with the reason why there is none. */
type Outcome = Pick<Settled, 'failure'> & { readonly draft?: SetupDraft };

const nothing: Settled = { for: null, draft: null, before: null, last: null, failure: null };

/** Keeps a draft of the answers in step with them. An answer to older ones is dropped. */
export function useDraft({ choices, picks, last }: Setup, place: SetupPlace): DraftState {
  const [settled, setSettled] = useState(nothing);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [attempt, setAttempt] = useState(0);
  const pending = useRef<Pending<SetupDraft> | null>(null);
  const request = useRequest(choices, picks, place);
  const wanted = useMemo<Wanted>(() => ({ request, attempt }), [request, attempt]);
  useEffect(
    () =>
      askLater(wanted, {
        onAsked: (asked) => {
          pending.current = asked;
        },
        onProgress: setProgress,
        onSettled: (outcome) => {
          setProgress(null);
          setSettled((before) => settledAfter(before, wanted, last, outcome));
        },
      }),
    [wanted, last],
  );
  const stop = useCallback(() => {
    pending.current?.cancel();
  }, []);
  const again = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);
  const isSettled = settled.for === wanted;
  return {
    draft: settled.draft,
    before: settled.before,
    isCurrent: isSettled && settled.failure === null,
    progress: isSettled ? null : progress,
    failure: isSettled ? settled.failure : null,
    stop,
    again,
  };
}

interface Listener {
  readonly onAsked: (pending: Pending<SetupDraft>) => void;
  readonly onProgress: (progress: Progress) => void;
  readonly onSettled: (outcome: Outcome) => void;
}

/** Asks for the draft once the answers rest; the result forgets the question. */
function askLater({ request }: Wanted, listener: Listener): () => void {
  let isLive = true;
  const settle = (outcome: Outcome) => {
    if (isLive) listener.onSettled(outcome);
  };
  const timer = setTimeout(() => {
    const pending = draftSetup(request, (progress) => {
      if (isLive) listener.onProgress(progress);
    });
    listener.onAsked(pending);
    pending.answer.then(
      (draft) => {
        settle({ draft, failure: null });
      },
      (fault: unknown) => {
        settle({ failure: failureOf(fault) });
      },
    );
  }, settleMs);
  return () => {
    isLive = false;
    clearTimeout(timer);
  };
}

/** Files and options come from the workspace; the options count where the setup joins it. */
function useRequest(choices: Setup['choices'], picks: Setup['picks'], place: SetupPlace) {
  const files = useStudio((state) => state.workspace.blobs);
  const own = useStudio((state) => state.workspace.options);
  const isDropped = choices.certificates.kind === 'dropped';
  return useMemo(() => {
    const blobs = isDropped ? files : [];
    const options = place === 'this-workspace' ? own : emptyWorkspace.options;
    return { choices, picks, blobs, options };
  }, [choices, picks, isDropped, files, place, own]);
}

function settledAfter(
  before: Settled,
  wanted: Wanted,
  last: string | null,
  { draft, failure }: Outcome,
): Settled {
  if (draft === undefined) return { ...before, for: wanted, failure };
  // While one field is typed in, all its drafts are compared with the one before it.
  const compared = before.last === last ? before.before : before.draft;
  return { for: wanted, draft, before: compared, last, failure };
}

function failureOf(fault: unknown): DraftState['failure'] {
  if (fault instanceof Stopped)
    return { kind: 'stopped', text: 'Issuing was stopped. There is no setup for these answers.' };
  return { kind: 'fault', text: fault instanceof Error ? fault.message : String(fault) };
}
