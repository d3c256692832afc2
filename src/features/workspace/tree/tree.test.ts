import { describe, expect, it } from 'vitest';
import { aCertificate, anAnalysis, anObject } from '../../../state/analysis.testing.ts';
import { treeMove } from './tree-keys.ts';
import { treeRows, visibleRows } from './tree-rows.ts';

const now = Date.parse('2026-11-20T00:00:00Z');

const analysis = anAnalysis({
  objects: [
    anObject('Secret', 'app-tls', { mark: 'error', certificateIds: ['c1'] }),
    anObject('Gateway', 'gateway', { shadowed: true }),
    anObject('Gateway', 'gateway', { id: 'f#later' }),
    anObject('Service', 'shop', { namespace: 'shop' }),
    anObject('GatewayClass', 'nginx', { namespace: '' }),
  ],
  certificates: [
    aCertificate({ id: 'c1', title: 'secure-app', notAfter: Date.parse('2026-09-10') }),
  ],
});
const rows = treeRows(analysis, now);
const outline = (list: typeof rows) => list.map((row) => `${'  '.repeat(row.level)}${row.name}`);

describe('treeRows', () => {
  it('lists namespaces, their objects and the certificates in these, each definition once', () => {
    expect(outline(rows)).toEqual([
      '  default',
      '    gateway',
      '    app-tls',
      '      secure-app',
      '  shop',
      '    shop',
      '  Cluster',
      '    nginx',
    ]);
  });

  it('marks a certificate by its dates and says what the mark means', () => {
    const row = rows.find((one) => one.kind === 'Certificate');
    expect([row?.mark, row?.markWord]).toEqual(['error', 'expired 10 Sep 2026']);
  });

  it('filters by name and kind, and keeps the parents of what is left', () => {
    expect(outline(treeRows(analysis, now, 'secure'))).toEqual([
      '  default',
      '    app-tls',
      '      secure-app',
    ]);
    expect(outline(treeRows(analysis, now, 'SERVICE'))).toEqual(['  shop', '    shop']);
    expect(treeRows(analysis, now, 'nothing')).toEqual([]);
  });
});

describe('visibleRows', () => {
  it('hides all that is below a closed row', () => {
    const closed = new Set(['namespace default']);
    expect(outline(visibleRows(rows, closed))).toEqual([
      '  default',
      '  shop',
      '    shop',
      '  Cluster',
      '    nginx',
    ]);
  });
});

describe('treeMove', () => {
  const open = () => true;
  const closed = () => false;
  it.each([
    ['ArrowDown', 0, open, 'focus', 'gateway'],
    ['ArrowUp', 1, open, 'focus', 'default'],
    ['End', 0, open, 'focus', 'nginx'],
    ['ArrowRight', 0, closed, 'open', 'default'],
    ['ArrowRight', 0, open, 'focus', 'gateway'],
    ['ArrowLeft', 2, open, 'close', 'app-tls'],
    ['ArrowLeft', 3, open, 'focus', 'app-tls'],
    ['ArrowLeft', 1, open, 'focus', 'default'],
    ['Enter', 2, open, 'select', 'app-tls'],
    [' ', 2, open, 'select', 'app-tls'],
    ['s', 3, open, 'focus', 'shop'],
    ['a', 6, open, 'focus', 'app-tls'],
  ] as const)('%s at row %i', (key, index, isOpen, kind, name) => {
    const move = treeMove(rows, index, key, isOpen);
    expect(move?.kind).toBe(kind);
    expect(rows.find((row) => row.id === move?.id)?.name).toBe(name);
  });

  it.each([
    ['ArrowUp', 0],
    ['ArrowDown', 7],
    ['ArrowRight', 1],
    ['Tab', 0],
    ['x', 0],
  ])('%s at row %i does nothing', (key, index) => {
    expect(treeMove(rows, index, key, open)).toBeNull();
  });
});
