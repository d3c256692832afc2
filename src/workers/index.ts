export {
  AnalysisClient,
  type AnalysisEvents,
  type Pending,
  type WorkerLike,
} from './AnalysisClient.ts';
export { startWorker } from './start-worker.ts';
export { Stopped } from './Stopped.ts';
