import { describe, expect, it } from 'vitest';
import { aConnection, aFinding, aHandshake, anAnalysis } from './analysis.testing.ts';
import { currentHandshake, handshakeVerdict } from './current-connection.ts';
import { initialView } from './initial-view.ts';
import { settleView } from './settle-view.ts';
import type { ViewState } from './types.ts';

const analysis = anAnalysis({
  connections: [aConnection('fine'), aConnection('broken')],
  handshakes: [aHandshake('fine', 'ok'), aHandshake('broken', 'tls', { causeStep: 8 })],
  findings: [aFinding('F', 'error', 8)],
});

describe('settleView', () => {
  it('looks first at the step that ends the worst connection', () => {
    const view = settleView(initialView, analysis);
    expect(view.connectionId).toBe('broken');
    expect(view.selection).toEqual({ kind: 'step', connectionId: 'broken', step: 8 });
  });

  it('selects nothing when all is well', () => {
    const well = anAnalysis({
      connections: [aConnection('fine')],
      handshakes: [aHandshake('fine', 'ok')],
    });
    const view = settleView(initialView, well);
    expect([view.connectionId, view.selection.kind]).toEqual(['fine', 'none']);
  });

  it('never moves the user while what they look at is there', () => {
    const view: ViewState = {
      ...initialView,
      connectionId: 'fine',
      selection: { kind: 'finding', findingId: 'F' },
    };
    expect(settleView(view, analysis)).toBe(view);
  });

  it('leaves an empty selection empty once a connection is on show', () => {
    const view: ViewState = { ...initialView, connectionId: 'broken' };
    expect(settleView(view, analysis)).toBe(view);
  });

  it('looks at the cause when another gateway answers and nothing is selected', () => {
    const view: ViewState = { ...initialView, connectionId: 'broken' };
    const before = anAnalysis({
      connections: [aConnection('broken')],
      handshakes: [{ ...aHandshake('broken', 'not-checked'), implementation: null }],
    });
    expect(settleView(view, analysis, before).selection).toMatchObject({ kind: 'step', step: 8 });
    expect(settleView(view, analysis, analysis)).toBe(view);
  });

  it('goes to the cause when what was selected is gone', () => {
    const view: ViewState = {
      ...initialView,
      connectionId: 'broken',
      selection: { kind: 'object', objectKey: 'gone' },
    };
    expect(settleView(view, analysis).selection).toEqual({
      kind: 'step',
      connectionId: 'broken',
      step: 8,
    });
  });
});

describe('currentHandshake', () => {
  it.each([
    ['of the chosen connection', 'fine', 'fine'],
    ['of the worst where none is chosen', null, 'broken'],
    ['of the worst where the chosen one is gone', 'gone', 'broken'],
  ])('is that %s', (_whom, connectionId, expected) => {
    expect(currentHandshake(analysis, { connectionId })?.connectionId).toBe(expected);
  });
});

describe('handshakeVerdict', () => {
  it.each([
    [null, 'unknown'],
    [aHandshake('c', 'not-checked'), 'unknown'],
    [aHandshake('c', 'ok'), 'ok'],
    [aHandshake('c', 'ok', { warnings: 1 }), 'warning'],
    [aHandshake('c', 'http', { causeStep: 6 }), 'error'],
  ])('of %o is %s', (handshake, verdict) => {
    expect(handshakeVerdict(handshake)).toBe(verdict);
  });
});
