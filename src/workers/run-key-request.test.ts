import { describe, expect, it } from 'vitest';
import type { FromKeyWorker, KeyRequest } from './key-protocol.ts';
import { runKeyRequest, type KeyWorkerLike } from './run-key-request.ts';
import { Stopped } from './Stopped.ts';

const request = {
  kind: 'pkcs12',
  contents: { chain: '', key: '', password: 'x', friendlyName: 'x' },
} as const;

function setup() {
  const sent: KeyRequest[] = [];
  let ended = 0;
  const worker: KeyWorkerLike = {
    postMessage: (message) => sent.push(message),
    terminate: () => {
      ended += 1;
    },
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  };
  const receive = (data: FromKeyWorker) =>
    worker.onmessage?.(new MessageEvent('message', { data }));
  return { worker, sent, receive, endings: () => ended };
}

describe('runKeyRequest', () => {
  it('gives the answer and ends the worker', async () => {
    const { worker, sent, receive, endings } = setup();
    const { answer } = runKeyRequest<'pkcs12'>(() => worker, request);
    expect(sent).toEqual([request]);
    receive({ type: 'answer', answer: Uint8Array.of(1) });
    await expect(answer).resolves.toEqual(Uint8Array.of(1));
    expect(endings()).toBe(1);
  });

  it('ends the worker in the middle when it is cancelled', async () => {
    const { worker, endings } = setup();
    const pending = runKeyRequest<'pkcs12'>(() => worker, request);
    pending.cancel();
    await expect(pending.answer).rejects.toBeInstanceOf(Stopped);
    expect(endings()).toBe(1);
  });

  it("passes on the worker's own words, and a worker that does not start", async () => {
    const first = setup();
    const failing = runKeyRequest<'pkcs12'>(() => first.worker, request).answer;
    first.receive({ type: 'failed', message: 'RSA 4096 keys cannot be made on this origin' });
    await expect(failing).rejects.toThrow('RSA 4096 keys cannot be made on this origin');
    const second = setup();
    const dead = runKeyRequest<'pkcs12'>(() => second.worker, request).answer;
    second.worker.onerror?.({ message: '' } as ErrorEvent);
    await expect(dead).rejects.toThrow('could not be loaded');
  });
});
