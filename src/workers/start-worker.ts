import type { WorkerLike } from './AnalysisClient.ts';

/** The analysis worker: a module of the same origin. */
export function startWorker(): WorkerLike {
  return new Worker(new URL('./analysis.worker.ts', import.meta.url), {
    type: 'module',
    name: 'analysis',
  });
}
