import type { WhatIfAnswer, WhatIfQuestion } from '../../core/what-if/questions.ts';
import { askWhatIf } from '../../state/index.ts';
import { useAsked, type Asked } from '../../views/index.ts';

/** Asks a question of "What if" as long as the component is there; another object is another question. */
export function useWhatIf(question: WhatIfQuestion | null): Asked<WhatIfAnswer> {
  return useAsked(question, askWhatIf);
}
