import { describe, expect, it } from 'vitest';
import { AnalysisClient, type WorkerLike } from './AnalysisClient.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { Stopped } from './Stopped.ts';

function setup() {
  const sent: ToWorker[] = [];
  const workers: WorkerLike[] = [];
  const failures: string[] = [];
  const client = new AnalysisClient(
    () => {
      const worker: WorkerLike = {
        postMessage: (message) => sent.push(message),
        terminate: () => undefined,
        onmessage: null,
        onerror: null,
        onmessageerror: null,
      };
      workers.push(worker);
      return worker;
    },
    {
      onAnalysis: () => undefined,
      onComparison: () => undefined,
      onFailure: (message) => failures.push(message),
    },
  );
  const receive = (data: FromWorker) =>
    workers.at(-1)?.onmessage?.(new MessageEvent('message', { data }));
  return { client, sent, workers, failures, receive };
}

const unlock = { kind: 'unlock', bytes: new Uint8Array(), password: 'x' } as const;
const opened = { ok: true, pem: 'PEM' } as const;

describe('AnalysisClient', () => {
  it('starts no worker before there is work', () => {
    expect(setup().workers).toEqual([]);
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const { client, receive } = setup();
    const first = client.ask<'unlock'>(unlock).answer;
    const second = client.ask<'unlock'>(unlock).answer;
    receive({ type: 'answer', id: 2, answer: opened });
    receive({ type: 'request-failed', id: 1, message: 'RangeError: no' });
    await expect(second).resolves.toEqual(opened);
    await expect(first).rejects.toThrow('RangeError: no');
  });

  it('rejects what was asked as stopped, and answers again from a new worker', async () => {
    const { client, workers, receive } = setup();
    const asked = client.ask<'unlock'>(unlock);
    asked.cancel();
    await expect(asked.answer).rejects.toBeInstanceOf(Stopped);
    const again = client.ask<'unlock'>(unlock).answer;
    receive({ type: 'answer', id: 2, answer: opened });
    await expect(again).resolves.toEqual(opened);
    expect(workers).toHaveLength(2);
  });

  it('tells of a worker that cannot start, and does not leave questions open', async () => {
    const { client, workers, failures } = setup();
    const asked = client.ask<'unlock'>(unlock).answer;
    workers[0]?.onerror?.({ message: '' } as ErrorEvent);
    await expect(asked).rejects.toThrow('could not be loaded');
    expect(failures).toEqual(['The analysis worker could not be loaded.']);
  });
});
