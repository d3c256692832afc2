import type { WhatIfAnswer, WhatIfQuestion } from '../core/what-if/questions.ts';
import { clockNow } from './analysis-bindings.ts';
import { AnalysisClient, startWorker, type Pending, type Progress } from '../workers/index.ts';

/** A worker of its own: questions last, and the analysis of what is typed meanwhile does not wait for them. */
const client = new AnalysisClient(startWorker, {
  onAnalysis: () => undefined,
  onComparison: () => undefined,
  onFailure: () => undefined,
});

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
  return client.ask<'what-if'>({ kind: 'what-if', question, now: clockNow() }, [], onProgress);
}
