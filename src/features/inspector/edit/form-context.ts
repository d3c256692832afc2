import { createContext, useContext, type ComponentType } from 'react';
import type { RenderedFinding } from '../../../core/analysis/types.ts';
import type { EditAction, FormField } from '../../../core/edits/index.ts';
import type { FieldPath } from '../../../core/model/index.ts';

/** What every control of a form works with. */
export interface FormHandlers {
  readonly objectKey: string;
  /** Makes the edit; gives why there was none, or null. */
  readonly run: (action: EditAction) => Promise<string | null>;
  /** Draws one field, whatever it holds: fields hold fields. */
  readonly Field: ComponentType<{ field: FormField }>;
  readonly problemsAt: (path: FieldPath) => readonly RenderedFinding[];
  /** Whether something at a path, or below it, is wrong. */
  readonly hasProblems: (path: FieldPath) => boolean;
  /** Brings the focus to a field once the form has it: to one that was added, or to what held one that was removed. */
  readonly want: (path: FieldPath) => void;
}

export const FormContext = createContext<FormHandlers>({
  objectKey: '',
  run: () => Promise.resolve(null),
  Field: () => null,
  problemsAt: () => [],
  hasProblems: () => false,
  want: () => undefined,
});

export function useFormHandlers(): FormHandlers {
  return useContext(FormContext);
}
