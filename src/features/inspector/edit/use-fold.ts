import { useState } from 'react';
import type { FormField } from '../../../core/edits/index.ts';
import { useFormHandlers } from './form-context.ts';
import { summaryOf } from './summary-of.ts';

/**
 * Whether the fields of a group or list show. One that may fold starts folded, unless it holds nothing yet or something in it is
 * wrong: then there is work to do in it.
 */
export function useFold(field: FormField, folds: boolean) {
  const { hasProblems } = useFormHandlers();
  const [chosen, choose] = useState<boolean | null>(() =>
    folds && summaryOf(field) !== '' && !hasProblems(field.path) ? null : true,
  );
  const isOpen = chosen ?? hasProblems(field.path);
  return {
    isOpen,
    toggle: () => {
      choose(!isOpen);
    },
    open: () => {
      choose(true);
    },
  };
}
