import type { KeyWorkerLike } from './run-key-request.ts';

/** A key worker: a module of the same origin, started for one request. */
export function startKeyWorker(): KeyWorkerLike {
  return new Worker(new URL('./key.worker.ts', import.meta.url), { type: 'module', name: 'keys' });
}
