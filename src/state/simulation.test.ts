import { describe, expect, it } from 'vitest';
import type { Workspace } from '../core/model/index.ts';
import { AnalysisClient, type WorkerLike } from '../workers/index.ts';
import type { FromWorker, ToWorker } from '../workers/protocol.ts';
import { aFinding, anAnalysis } from './analysis.testing.ts';
import { driveAnalysis } from './analysis-driver.ts';
import { createAnalysisStore } from './analysis-store.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { createStudio } from './studio.ts';

const documents: Workspace = {
  ...emptyWorkspace,
  files: [{ id: 'f', path: 'a.yaml', text: 'ab' }],
};
const variant = {
  title: 'Wrong CA',
  workspace: { ...documents, files: [{ id: 'f', path: 'a.yaml', text: 'xyzb' }] },
  changed: ['ConfigMap ca'],
};

function simulating() {
  const studio = createStudio({ workspace: documents, revision: 7 });
  studio.simulate(variant);
  return studio;
}

describe('a simulation', () => {
  it('leaves documents, revision and history alone', () => {
    const { store } = simulating();
    const { workspace, revision, history, view } = store.getState();
    expect(workspace).toBe(documents);
    expect([revision, history.past.length, view.simulation]).toEqual([7, 0, variant]);
  });

  it('ends when the documents change', () => {
    const studio = simulating();
    studio.update({ type: 'rename', label: 'Rename', name: 'B' });
    const { workspace, view } = studio.store.getState();
    expect([workspace.name, view.simulation]).toEqual(['B', null]);
  });

  it('loses no edit of text: it goes to the documents and ends the simulation', () => {
    const studio = simulating();
    const edits = [{ fileId: 'f', range: { start: 1, end: 2 }, text: 'c' }];
    studio.update({ type: 'edit-text', label: 'Edit', edits });
    const { workspace, view, history } = studio.store.getState();
    expect(workspace.files.map(({ text }) => text)).toEqual(['ac']);
    expect(history.past.map(({ label }) => label)).toEqual(['Edit']);
    expect(view.simulation).toBeNull();
  });

  it('ends when the documents are to be exported', () => {
    const studio = simulating();
    studio.openDialog('export');
    expect(studio.store.getState().view).toMatchObject({ dialog: 'export', simulation: null });
  });

  it('ends when a step is taken back', () => {
    const studio = createStudio({ workspace: documents });
    studio.update({ type: 'rename', label: 'Rename', name: 'B' });
    studio.simulate(variant);
    studio.undo();
    expect(studio.store.getState().view.simulation).toBeNull();
  });
});

describe('the analysis of a simulation', () => {
  function driven() {
    const studio = createStudio({ workspace: documents, revision: 7 });
    const derived = createAnalysisStore();
    const sent: ToWorker[] = [];
    const worker: WorkerLike = {
      postMessage: (message) => sent.push(message),
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
      onmessageerror: null,
    };
    driveAnalysis({
      studio: studio.store,
      derived,
      connect: (events) => new AnalysisClient(() => worker, events),
      now: () => 42,
      wait: () => () => undefined,
    });
    const receive = (data: FromWorker) => worker.onmessage?.(new MessageEvent('message', { data }));
    return { studio, derived, sent, receive };
  }

  it('is asked for at once, and that of the documents when it ends', () => {
    const { studio, sent } = driven();
    studio.simulate(variant);
    studio.simulate(null);
    const common = { type: 'analyze', revision: 7, lens: null, now: 42 };
    expect(sent).toEqual([
      { ...common, workspace: variant.workspace, simulation: 'Wrong CA' },
      { ...common, workspace: documents },
    ]);
  });

  it('carries no fixes', () => {
    const { studio, derived, receive } = driven();
    const fix = { id: 'x', title: 'Fix', edits: [], safe: true };
    const findings = [{ ...aFinding('a', 'error'), fixes: [fix] }];
    const answer = { ...anAnalysis(), findings };
    studio.simulate(variant);
    receive({ type: 'analysis', revision: 7, lens: null, simulation: 'Wrong CA', answer });
    expect(derived.getState().analysis?.findings.map(({ fixes }) => fixes)).toEqual([[]]);
    expect(derived.getState().status).toBe('idle');
    studio.simulate(null);
    receive({ type: 'analysis', revision: 7, lens: null, answer });
    expect(derived.getState().analysis?.findings[0]?.fixes).toEqual([fix]);
  });

  it('is not the newest once the simulation has ended', () => {
    const { studio, derived, receive } = driven();
    studio.simulate(variant);
    studio.simulate(null);
    const answer = anAnalysis();
    receive({ type: 'analysis', revision: 7, lens: null, simulation: 'Wrong CA', answer });
    expect(derived.getState().status).toBe('running');
  });
});
