import { useEffect, useState, type RefObject } from 'react';
import { addSetup, type SetupPlace } from '../../../state/index.ts';
import { setupLabel } from './setup-label.ts';
import type { DraftState } from './use-draft.ts';
import type { Setup } from './use-setup.ts';

/** What stands in the way: a field, a card or a row that says so. */
const openAnswers = '[aria-invalid="true"], [data-blocking]';

/**
 * Makes the setup once the draft is that of the answers as they are. While an answer does not fit, the focus goes to
 * the first of them instead.
 */
export function useCreation(
  form: RefObject<HTMLElement | null>,
  { choices }: Setup,
  state: DraftState,
  place: SetupPlace,
): { readonly isCreating: boolean; readonly create: () => void } {
  const [isWanted, setIsWanted] = useState(false);
  const { draft, isCurrent, failure } = state;
  const isReady = isWanted && isCurrent && draft !== null;
  useEffect(() => {
    if (!isReady) return;
    const first = focusFirst(form.current);
    if (!first) addSetup({ draft, label: setupLabel(choices), name: choices.backend.name, place });
    else setIsWanted(false);
  }, [isReady, draft, choices, place, form]);
  return {
    isCreating: isWanted && failure === null,
    create: () => {
      if (!focusFirst(form.current)) setIsWanted(true);
    },
  };
}

/** Moves the focus to the first answer that does not fit; false when all do. */
function focusFirst(form: HTMLElement | null): boolean {
  const first = form?.querySelector<HTMLElement>(openAnswers) ?? null;
  first?.focus();
  return first !== null;
}
