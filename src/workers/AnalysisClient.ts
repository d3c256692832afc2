import type { Analysis } from '../core/analysis/types.ts';
import type { Workspace } from '../core/model/index.ts';
import type { FromWorker, ToWorker, WorkerAnswers, WorkerRequest } from './protocol.ts';

/** What of `Worker` the client needs; tests give a stand-in. */
export interface WorkerLike {
  postMessage: (message: ToWorker, transfer: Transferable[]) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** What the worker reports about analyses. */
export interface AnalysisEvents {
  readonly onAnalysis: (revision: number, analysis: Analysis) => void;
  readonly onFailure: (message: string) => void;
}

/** A question under way. `cancel` ends the worker's work for good; the answer then rejects. */
export interface Pending<Answer> {
  readonly answer: Promise<Answer>;
  readonly cancel: () => void;
}

/** The page's end of the channel. */
export interface AnalysisClient {
  /** Asks for an analysis; every older one is forgotten. */
  readonly analyze: (revision: number, workspace: Workspace, now: number) => void;
  readonly ask: <Kind extends keyof WorkerAnswers>(
    request: Extract<WorkerRequest, { kind: Kind }>,
    transfer?: Transferable[],
  ) => Pending<WorkerAnswers[Kind]>;
  /** Ends all work. The next call starts a new worker. */
  readonly stop: () => void;
}

interface Waiting {
  readonly resolve: (answer: WorkerAnswers[keyof WorkerAnswers]) => void;
  readonly reject: (reason: Error) => void;
}

/** A client that starts its worker on first use and again after `stop` or a crash. */
export function createAnalysisClient(
  start: () => WorkerLike,
  events: AnalysisEvents,
): AnalysisClient {
  let worker: WorkerLike | null = null;
  let counter = 0;
  const waiting = new Map<number, Waiting>();

  const end = (reason: string) => {
    worker?.terminate();
    worker = null;
    const left = [...waiting.values()];
    waiting.clear();
    for (const one of left) one.reject(new Error(reason));
  };
  const crash = (message: string) => {
    end(message);
    events.onFailure(message);
  };
  const running = (): WorkerLike => {
    if (worker !== null) return worker;
    const fresh = start();
    fresh.onmessage = ({ data }) => {
      receive(data, waiting, events);
    };
    fresh.onerror = (event) => {
      crash(event.message === '' ? 'The analysis worker could not be loaded.' : event.message);
    };
    fresh.onmessageerror = () => {
      crash('A message of the analysis worker could not be read.');
    };
    worker = fresh;
    return fresh;
  };

  return {
    analyze: (revision, workspace, now) => {
      running().postMessage({ type: 'analyze', revision, workspace, now }, []);
    },
    ask: <Kind extends keyof WorkerAnswers>(
      request: Extract<WorkerRequest, { kind: Kind }>,
      transfer: Transferable[] = [],
    ): Pending<WorkerAnswers[Kind]> => {
      counter += 1;
      const id = counter;
      const answer = new Promise<WorkerAnswers[Kind]>((resolve, reject) => {
        // The worker answers a request with the answer of its kind: decoded here once.
        waiting.set(id, {
          resolve: (value) => {
            resolve(value as WorkerAnswers[Kind]);
          },
          reject,
        });
      });
      running().postMessage({ type: 'request', id, request }, transfer);
      return {
        answer,
        cancel: () => {
          end('Stopped.');
        },
      };
    },
    stop: () => {
      end('Stopped.');
    },
  };
}

function receive(message: FromWorker, waiting: Map<number, Waiting>, events: AnalysisEvents): void {
  switch (message.type) {
    case 'analysis':
      events.onAnalysis(message.revision, message.analysis);
      return;
    case 'analysis-failed':
      events.onFailure(message.message);
      return;
    case 'answer':
      take(waiting, message.id)?.resolve(message.answer);
      return;
    case 'request-failed':
      take(waiting, message.id)?.reject(new Error(message.message));
      return;
    default:
      message satisfies never;
  }
}

function take(waiting: Map<number, Waiting>, id: number): Waiting | undefined {
  const one = waiting.get(id);
  waiting.delete(id);
  return one;
}
