import type { WhatIfAnswer, WhatIfQuestion } from '../core/what-if/questions.ts';
import { clockNow } from './analysis-bindings.ts';
import { slowClient } from './slow-client.ts';
import type { Pending, Progress } from '../workers/index.ts';

/**
 * Asks what would be if something were not so. Nothing is changed, here or in the workspace. The answer rejects with `Stopped` when
 * it was cancelled, and by a fault of the app.
 *
 * @param onProgress before each of the analyses that it takes
 */
export function askWhatIf(
  question: WhatIfQuestion,
  onProgress?: (progress: Progress) => void,
): Pending<WhatIfAnswer> {
  return slowClient.ask<'what-if'>({ kind: 'what-if', question, now: clockNow() }, [], onProgress);
}
