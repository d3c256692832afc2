import type { Comparison } from '../core/analysis/types.ts';
import type { ImplementationId, Workspace } from '../core/model/index.ts';
import type { FromWorker, Progress, ToWorker, WorkerAnswers, WorkerRequest } from './protocol.ts';
import { Stopped } from './Stopped.ts';

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
  readonly onAnalysis: (message: Extract<FromWorker, { type: 'analysis' }>) => void;
  /** What all implementations make of the workspace; follows the analysis of the same revision. */
  readonly onComparison: (revision: number, comparison: Comparison) => void;
  readonly onFailure: (message: string) => void;
}

/** A question under way. `cancel` ends the worker's work for good; the answer then rejects. */
export interface Pending<Answer> {
  readonly answer: Promise<Answer>;
  readonly cancel: () => void;
}

interface Waiting {
  readonly resolve: (answer: WorkerAnswers[keyof WorkerAnswers]) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** The page's end of the channel. It starts its worker on first use, and again after `stop` or a crash. */
export class AnalysisClient {
  readonly #start: () => WorkerLike;
  readonly #events: AnalysisEvents;
  readonly #waiting = new Map<number, Waiting>();
  #worker: WorkerLike | null = null;
  #counter = 0;

  constructor(start: () => WorkerLike, events: AnalysisEvents) {
    this.#start = start;
    this.#events = events;
  }

  /** Asks for an analysis, of the documents or of the variant named; every older one is forgotten. */
  analyze(
    revision: number,
    workspace: Workspace,
    lens: ImplementationId | null,
    now: number,
    simulation?: string,
  ): void {
    const of = simulation === undefined ? {} : { simulation };
    this.#running().postMessage({ type: 'analyze', revision, workspace, lens, now, ...of }, []);
  }

  /** Asks one question; `transfer` moves buffers instead of copying them, `onProgress` is told how far it has come. */
  ask<Kind extends keyof WorkerAnswers>(
    request: Extract<WorkerRequest, { kind: Kind }>,
    transfer: Transferable[] = [],
    onProgress?: (progress: Progress) => void,
  ): Pending<WorkerAnswers[Kind]> {
    this.#counter += 1;
    const id = this.#counter;
    const answer = new Promise<WorkerAnswers[Kind]>((resolve, reject) => {
      this.#waiting.set(id, {
        // The worker answers a request with the answer of its kind: decoded here, once.
        resolve: (value) => {
          resolve(value as WorkerAnswers[Kind]);
        },
        reject,
        onProgress,
      });
    });
    this.#running().postMessage({ type: 'request', id, request }, transfer);
    return {
      answer,
      cancel: () => {
        this.stop();
      },
    };
  }

  /** Ends all work; what was asked rejects with `Stopped`. The next call starts a new worker. */
  stop(): void {
    this.#end(new Stopped());
  }

  #running(): WorkerLike {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#start();
    worker.onmessage = ({ data }) => {
      this.#receive(data);
    };
    worker.onerror = ({ message }) => {
      this.#crash(message || 'The analysis worker could not be loaded.');
    };
    worker.onmessageerror = () => {
      this.#crash('A message of the analysis worker could not be read.');
    };
    this.#worker = worker;
    return worker;
  }

  #crash(message: string): void {
    this.#end(new Error(message));
    this.#events.onFailure(message);
  }

  #end(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of left) one.reject(reason);
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'analysis':
        this.#events.onAnalysis(message);
        return;
      case 'comparison':
        this.#events.onComparison(message.revision, message.comparison);
        return;
      case 'analysis-failed':
        this.#events.onFailure(message.message);
        return;
      case 'answer':
        this.#take(message.id)?.resolve(message.answer);
        return;
      case 'progress':
        this.#waiting.get(message.id)?.onProgress?.(message.progress);
        return;
      case 'request-failed':
        this.#take(message.id)?.reject(new Error(message.message));
        return;
      default:
        message satisfies never;
    }
  }

  #take(id: number): Waiting | undefined {
    const one = this.#waiting.get(id);
    this.#waiting.delete(id);
    return one;
  }
}
