export {
  AnalysisClient,
  type AnalysisEvents,
  type Pending,
  type WorkerLike,
} from './AnalysisClient.ts';
export type { ExampleSummary } from './protocol.ts';
export { startWorker } from './startWorker.ts';
export { Stopped } from './Stopped.ts';
