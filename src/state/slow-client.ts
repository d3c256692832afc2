import { AnalysisClient, startWorker } from '../workers/index.ts';

/** A worker of its own: questions last, and the analysis of what is typed meanwhile does not wait for them. */
export const slowClient = new AnalysisClient(startWorker, {
  onAnalysis: () => undefined,
  onComparison: () => undefined,
  onFailure: () => undefined,
});
