/// <reference lib="webworker" />
import { runKeyTask } from '../core/certificates/index.ts';
import { createPkcs12 } from '../core/pki/index.ts';
import type { FromKeyWorker, KeyAnswers, KeyRequest } from './key-protocol.ts';

/** The key worker: answers one request and is then ended by the page. */

interface Scope {
  onmessage: ((event: MessageEvent<KeyRequest>) => void) | null;
  postMessage: (message: FromKeyWorker) => void;
}

const scope: Scope = globalThis;

scope.onmessage = ({ data }) => {
  void run(data);
};

async function run(request: KeyRequest): Promise<void> {
  try {
    scope.postMessage({ type: 'answer', answer: await answer(request) });
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    scope.postMessage({ type: 'failed', message });
  }
}

async function answer(request: KeyRequest): Promise<KeyAnswers[keyof KeyAnswers]> {
  const { crypto } = globalThis;
  switch (request.kind) {
    case 'issue':
      return runKeyTask(request.task, crypto);
    case 'pkcs12':
      return createPkcs12(request.contents, crypto);
    default:
      return request satisfies never;
  }
}
