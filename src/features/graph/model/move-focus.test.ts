import { describe, expect, it } from 'vitest';
import { graphItems } from './graph-items.ts';
import { guideTopology, shortName } from './model.testing.ts';
import { moveFocus, type Direction } from './move-focus.ts';

const items = graphItems(guideTopology());

describe('arrows in the graph', () => {
  it.each([
    ['Gateway gateway', 'right', 'hop'],
    ['hop', 'right', 'Service secure-app'],
    ['Service secure-app', 'right', 'Deployment secure-app'],
    ['Deployment secure-app', 'right', null],
    ['Service secure-app', 'left', 'hop'],
    ['HTTPRoute secure-app', 'right', 'Service secure-app'],
    ['HTTPRoute secure-app', 'left', 'Gateway gateway'],
    ['Secret app-tls-secret', 'left', 'Step 8'],
    ['Step 8', 'left', 'ConfigMap backend-cert'],
    ['BackendTLSPolicy backend-tls', 'right', 'ConfigMap backend-cert'],
    ['Gateway gateway', 'down', 'Secret gateway-presents-this-cert-for-validation'],
    ['HTTPRoute secure-app', 'down', 'hop'],
    ['hop', 'down', 'BackendTLSPolicy backend-tls'],
    ['Secret app-tls-secret', 'up', 'Deployment secure-app'],
    ['HTTPRoute secure-app', 'up', null],
  ] as const)('from %s %s leads to %s', (from, direction, to) => {
    const start = items.all.find((item) => shortName(item) === from);
    if (!start) throw new Error(`no ${from}`);
    expect(shortName(moveFocus(items, start, direction))).toBe(to);
  });

  it('reach every item from the first one', () => {
    const [first] = items.all;
    const reached = new Set(first ? [first] : []);
    const directions: readonly Direction[] = ['left', 'right', 'up', 'down'];
    for (const item of reached) {
      for (const direction of directions) {
        const next = moveFocus(items, item, direction);
        if (next) reached.add(next);
      }
    }
    expect(reached.size).toBe(items.all.length);
  });
});
