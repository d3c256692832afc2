import { describe, expect, it } from 'vitest';
import { GUIDE } from '../../../core/topology/guide.testing.ts';
import { graphItems } from '../model/graph-items.ts';
import { guideTopology } from '../model/model.testing.ts';
import { outlineKey } from './outline-key.ts';
import { outlineRows } from './outline-rows.ts';

const guide = guideTopology();
const all = outlineRows(guide, graphItems(guide), () => true);

describe('the outline', () => {
  it('begins with the hop in words', () => {
    expect(all[0]).toMatchObject({
      level: 1,
      kind: 'hop',
      title: 'gateway to secure-app:8443',
      note: 'Mutual TLS, SNI secure-app.example.com',
      verdict: 'error',
      word: 'Fails at step 8',
    });
  });

  it('has every object and every edge of the drawing', () => {
    expect(all.filter(({ kind }) => kind === 'object')).toHaveLength(guide.nodes.length);
    const lines = all.filter(({ kind }) => kind === 'relation' || kind === 'check');
    expect(lines).toHaveLength(guide.edges.length);
  });

  it('says relation, target and verdict', () => {
    expect(all.find(({ title }) => title === 'Step 8')).toMatchObject({
      level: 3,
      kind: 'check',
      note: 'checked against ConfigMap backend-cert',
      verdict: 'error',
    });
    expect(all.find(({ title }) => title === 'caCertificateRefs')).toMatchObject({
      kind: 'relation',
      note: 'ConfigMap backend-cert',
      verdict: null,
    });
  });

  it('lists what takes part in no hop at the end, and what is not found as such', () => {
    const lost = guideTopology({
      objects: [...GUIDE.objects, 'Secret/spare'],
      references: [
        ...GUIDE.references,
        [
          'BackendTLSPolicy/backend-tls',
          'caCertificateRef',
          'spec.caCertificateRefs.1',
          'ConfigMap/gone',
        ],
      ],
    });
    const rows = outlineRows(lost, graphItems(lost), () => true);
    expect(rows.at(-2)).toMatchObject({ title: 'Other objects', level: 1 });
    expect(rows.at(-1)).toMatchObject({ title: 'spare', level: 2 });
    expect(rows.find(({ title }) => title === 'gone')).toMatchObject({
      verdict: 'error',
      word: 'Not found',
    });
  });

  it('lists only what is open', () => {
    expect(outlineRows(guide, graphItems(guide), () => false)).toHaveLength(1);
    const halfOpen = outlineRows(guide, graphItems(guide), (_, level) => level === 1);
    expect(halfOpen).toHaveLength(1 + guide.nodes.length);
  });
});

describe('keys in the outline', () => {
  const open = () => true;
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowUp', 1, 0],
    ['ArrowRight', 0, 1],
    ['End', 0, all.length - 1],
    ['Home', 5, 0],
  ] as const)('%s moves from row %i to row %i', (key, from, to) => {
    expect(outlineKey(all, from, key, open)).toEqual({ kind: 'focus', id: all[to]?.id });
  });

  it('open, close, go to the parent and choose', () => {
    expect(outlineKey(all, 0, 'ArrowLeft', open)).toEqual({ kind: 'close', id: all[0]?.id });
    expect(outlineKey(all, 0, 'ArrowRight', () => false)).toEqual({ kind: 'open', id: all[0]?.id });
    expect(outlineKey(all, 2, 'ArrowLeft', open)).toEqual({ kind: 'focus', id: all[1]?.id });
    expect(outlineKey(all, 2, 'Enter', open)).toEqual({ kind: 'choose', id: all[2]?.id });
    expect(outlineKey(all, 0, 'x', open)).toBeNull();
  });
});
