import { describe, expect, it } from 'vitest';
import type { Workspace } from '../core/model/index.ts';
import { AnalysisClient, type WorkerLike } from '../workers/index.ts';
import type { FromWorker } from '../workers/protocol.ts';
import { aConnection, anAnalysis } from './analysis.testing.ts';
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

describe('driveAnalysis', () => {
  it('sends only the newest revision once edits have settled', () => {
    const { studio, open, settle, sent } = setup();
    open();
    studio.update({ type: 'rename', label: 'Rename', name: 'B' });
    settle();
    expect(sent).toEqual([
      { type: 'analyze', revision: 2, workspace: { ...opened, name: 'B' }, now: 42 },
    ]);
  });

  it('is stale, runs, and is idle when the answer to the newest revision is there', () => {
    const { derived, open, settle, receive } = setup();
    const analysis = anAnalysis();
    open();
    expect(derived.getState().status).toBe('stale');
    settle();
    expect(derived.getState().status).toBe('running');
    receive({ type: 'analysis', revision: 1, analysis });
    expect(derived.getState()).toEqual({ analysis, revision: 1, status: 'idle', error: null });
  });

  it('shows an older answer but goes on running', () => {
    const { studio, derived, open, settle, receive } = setup();
    open();
    settle();
    studio.update({ type: 'rename', label: 'Rename', name: 'B' });
    settle();
    receive({ type: 'analysis', revision: 1, analysis: anAnalysis() });
    expect(derived.getState().status).toBe('running');
  });

  it('settles the view on the new analysis', () => {
    const { studio, open, settle, receive } = setup();
    open();
    settle();
    const analysis = anAnalysis({ connections: [aConnection('c')] });
    receive({ type: 'analysis', revision: 1, analysis });
    expect(studio.store.getState().view.connectionId).toBe('c');
  });

  it('keeps the last good analysis when the next one fails', () => {
    const { derived, driver, open, settle, receive } = setup();
    const analysis = anAnalysis();
    open();
    settle();
    receive({ type: 'analysis', revision: 1, analysis });
    driver.rerun();
    receive({ type: 'analysis-failed', revision: 1, message: 'TypeError: x' });
    const { status, error } = derived.getState();
    expect(derived.getState().analysis).toBe(analysis);
    expect([status, error]).toEqual(['stale', 'TypeError: x']);
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
