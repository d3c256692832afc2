export {
  AnalysisClient,
  type AnalysisEvents,
  type Pending,
  type WorkerLike,
} from './AnalysisClient.ts';
export type { KeyAnswers, KeyRequest } from './key-protocol.ts';
export { runKeyRequest, type KeyWorkerLike } from './run-key-request.ts';
export { startKeyWorker } from './start-key-worker.ts';
export type { Progress } from './protocol.ts';
export { startWorker } from './start-worker.ts';
export { Stopped } from './Stopped.ts';
