import { describe, expect, it } from 'vitest';
import type { Analysis } from '../core/analysis/types.ts';
import type { ImplementationId, Workspace } from '../core/model/index.ts';
import { AnalysisClient, type WorkerLike } from '../workers/index.ts';
import type { FromWorker } from '../workers/protocol.ts';
import { aConnection, anAnalysis, aVerdict } from './analysis.testing.ts';
import { driveAnalysis } from './analysis-driver.ts';
import { createAnalysisStore } from './analysis-store.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { createStudio } from './studio.ts';

const opened: Workspace = { ...emptyWorkspace, files: [{ id: 'f', path: 'a.yaml', text: 'a' }] };

function setup() {
  const studio = createStudio();
  const derived = createAnalysisStore();
  const sent: Parameters<WorkerLike['postMessage']>[0][] = [];
  const workers: WorkerLike[] = [];
  let ended = 0;
  let pending: (() => void) | null = null;
  const startWorker = (): WorkerLike => {
    const worker: WorkerLike = {
      postMessage: (message) => sent.push(message),
      terminate: () => (ended += 1),
      onmessage: null,
      onerror: null,
      onmessageerror: null,
    };
    workers.push(worker);
    return worker;
  };
  const driver = driveAnalysis({
    studio: studio.store,
    derived,
    connect: (events) => new AnalysisClient(startWorker, events),
    now: () => 42,
    wait: (run) => {
      pending = run;
      return () => {
        pending = null;
      };
    },
  });
  return {
    studio,
    derived,
    driver,
    sent,
    ended: () => ended,
    settle: () => pending?.(),
    receive: (data: FromWorker) =>
      workers.at(-1)?.onmessage?.(new MessageEvent('message', { data })),
    open: () => {
      studio.update({ type: 'replace-workspace', label: 'Open', workspace: opened });
    },
  };
}

const answerOf = (
  revision: number,
  analysis: Analysis = anAnalysis(),
  lens: ImplementationId | null = null,
): FromWorker => {
  return { type: 'analysis', revision, lens, answer: analysis };
};

describe('driveAnalysis', () => {
  it('sends only the newest revision once edits have settled', () => {
    const { studio, open, settle, sent } = setup();
    open();
    studio.update({ type: 'rename', label: 'Rename', name: 'B' });
    settle();
    expect(sent).toEqual([
      { type: 'analyze', revision: 2, workspace: { ...opened, name: 'B' }, lens: null, now: 42 },
    ]);
  });

  it('is stale, runs, and is idle when the answer to the newest revision is there', () => {
    const { derived, open, settle, receive } = setup();
    const analysis = anAnalysis();
    open();
    expect(derived.getState().status).toBe('stale');
    settle();
    expect(derived.getState().status).toBe('running');
    receive(answerOf(1, analysis));
    expect(derived.getState()).toEqual({ analysis, revision: 1, status: 'idle', error: null });
  });

  it('shows an older answer but goes on running', () => {
    const { studio, derived, open, settle, receive } = setup();
    open();
    settle();
    studio.update({ type: 'rename', label: 'Rename', name: 'B' });
    settle();
    receive(answerOf(1));
    expect(derived.getState().status).toBe('running');
  });

  it('settles the view on the new analysis', () => {
    const { studio, open, settle, receive } = setup();
    open();
    settle();
    const analysis = anAnalysis({ connections: [aConnection('c')] });
    receive(answerOf(1, analysis));
    expect(studio.store.getState().view.connectionId).toBe('c');
  });

  it('keeps the last good analysis when the next one fails', () => {
    const { derived, driver, open, settle, receive } = setup();
    const analysis = anAnalysis();
    open();
    settle();
    receive(answerOf(1, analysis));
    driver.rerun();
    receive({ type: 'analysis-failed', revision: 1, message: 'TypeError: x' });
    const { status, error } = derived.getState();
    expect(derived.getState().analysis).toEqual(analysis);
    expect([status, error]).toEqual(['stale', 'TypeError: x']);
  });

  it('asks again at once when another gateway is to be simulated, and is idle with its answer only', () => {
    const { studio, derived, open, settle, sent, receive } = setup();
    open();
    settle();
    studio.setLens('kgateway');
    expect(sent.at(-1)).toMatchObject({ type: 'analyze', revision: 1, lens: 'kgateway' });
    receive(answerOf(1));
    expect(derived.getState().status).toBe('running');
    receive(answerOf(1, anAnalysis(), 'kgateway'));
    expect(derived.getState().status).toBe('idle');
  });

  it('keeps the last comparison until the next is there, unless another workspace was opened', () => {
    const { derived, open, settle, receive } = setup();
    const comparison = { implementations: [aVerdict('kgateway')], foundBy: {} };
    const shown = () => derived.getState().analysis?.implementations.length;
    open();
    settle();
    receive(answerOf(1, anAnalysis({ connections: [aConnection('a')] })));
    receive({ type: 'comparison', revision: 0, comparison });
    expect(shown()).toBe(0);
    receive({ type: 'comparison', revision: 1, comparison });
    expect(shown()).toBe(1);
    receive(answerOf(1, anAnalysis({ connections: [aConnection('a'), aConnection('b')] })));
    expect(shown()).toBe(1);
    receive(answerOf(1, anAnalysis({ connections: [aConnection('c')] })));
    expect(shown()).toBe(0);
  });

  it('ends the worker when it is stopped, and starts another for the next revision', () => {
    const { driver, derived, open, settle, sent, ended } = setup();
    open();
    settle();
    driver.stop();
    expect([ended(), derived.getState().status]).toEqual([1, 'stale']);
    driver.rerun();
    expect(sent).toHaveLength(2);
  });

  it('asks nothing of the worker for an empty workspace', () => {
    const { studio, derived, settle, open, sent } = setup();
    open();
    studio.undo();
    settle();
    expect(sent).toEqual([]);
    expect(derived.getState().analysis).toBeNull();
  });
});
