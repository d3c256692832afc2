import type { Pending } from './AnalysisClient.ts';
import type { FromKeyWorker, KeyAnswers, KeyRequest } from './key-protocol.ts';
import { Stopped } from './Stopped.ts';

/** What of `Worker` is needed; tests give a stand-in. */
export interface KeyWorkerLike {
  postMessage: (message: KeyRequest) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<FromKeyWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/**
 * Has a worker of its own do one piece of work on keys. `cancel` ends that worker, in the middle of a key too; the
 * answer then rejects with {@link Stopped}, as it does with the worker's own words when the work fails.
 */
export function runKeyRequest<Kind extends keyof KeyAnswers>(
  start: () => KeyWorkerLike,
  request: Extract<KeyRequest, { kind: Kind }>,
): Pending<KeyAnswers[Kind]> {
  const worker = start();
  let end: (reason: Error) => void = () => undefined;
  const answer = new Promise<KeyAnswers[Kind]>((resolve, reject) => {
    end = (reason) => {
      worker.terminate();
      reject(reason);
    };
    worker.onmessage = ({ data }) => {
      worker.terminate();
      // The worker answers a request with the answer of its kind: decoded here, once.
      if (data.type === 'answer') resolve(data.answer as KeyAnswers[Kind]);
      else reject(new Error(data.message));
    };
    worker.onerror = ({ message }) => {
      end(new Error(message || 'The key worker could not be loaded.'));
    };
    worker.onmessageerror = () => {
      end(new Error('A message of the key worker could not be read.'));
    };
    worker.postMessage(request);
  });
  return {
    answer,
    cancel: () => {
      end(new Stopped());
    },
  };
}
