export {
  createAnalysisClient,
  type AnalysisClient,
  type AnalysisEvents,
  type Pending,
  type WorkerLike,
} from './AnalysisClient.ts';
export type { DropAddition, DroppedFile, ExampleSummary, UnlockOutcome } from './protocol.ts';
export { startWorker } from './startWorker.ts';
