import { useCallback, useMemo, useState } from 'react';
import { choiceProblems } from '../../../core/authoring/choice-problems.ts';
import { defaultChoices } from '../../../core/authoring/default-choices.ts';
import { followChoices, ownFields } from '../../../core/authoring/follow-choices.ts';
import type { FollowingField } from '../../../core/authoring/index.ts';
import type {
  Alternative,
  MaterialPicks,
  MaterialRole,
  Problem,
  SetupChoices,
} from '../../../core/authoring/index.ts';

interface Answers {
  readonly choices: SetupChoices;
  /** Following answers that a person gave. */
  readonly own: ReadonlySet<FollowingField>;
  readonly picks: MaterialPicks;
  /** What was answered last, as the form calls it. */
  readonly last: string | null;
}

/** The answers so far and the ways to change them: what every question is given. */
export interface Setup extends Answers {
  readonly problems: readonly Problem[];
  /** Gives an answer; `claims` no longer follows from the others. */
  readonly answer: (what: string, choices: SetupChoices, claims?: FollowingField) => void;
  /** Takes what an implementation can do instead. */
  readonly take: (alternative: Alternative) => void;
  readonly pick: (role: MaterialRole, blobId: string | null) => void;
  /** What stands against other choices, with what follows from them. */
  readonly problemsOf: (choices: SetupChoices) => readonly Problem[];
}

/** Answers to begin with. */
function firstAnswers(): Answers {
  return {
    choices: defaultChoices('nginx-gateway-fabric'),
    own: new Set(),
    picks: {},
    last: null,
  };
}

/** The state of the form. */
export function useSetup(): Setup {
  const [answers, setAnswers] = useState(firstAnswers);
  const { choices, own } = answers;
  const problems = useMemo(() => choiceProblems(choices), [choices]);
  const answer = useCallback<Setup['answer']>((what, next, claims) => {
    setAnswers((before) => {
      const claimed = claims === undefined ? before.own : new Set([...before.own, claims]);
      return { ...before, choices: followChoices(next, claimed), own: claimed, last: what };
    });
  }, []);
  const take = useCallback((alternative: Alternative) => {
    const { title, choices: next } = alternative;
    setAnswers((before) => ({ ...before, choices: next, own: ownFields(next), last: title }));
  }, []);
  const pick = useCallback((role: MaterialRole, blobId: string | null) => {
    setAnswers((before) => ({ ...before, picks: { ...before.picks, [role]: blobId } }));
  }, []);
  const problemsOf = useCallback(
    (other: SetupChoices) => choiceProblems(followChoices(other, own)),
    [own],
  );
  return { ...answers, problems, answer, take, pick, problemsOf };
}
