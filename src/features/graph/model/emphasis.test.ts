import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../core/topology/setup.testing.ts';
import { emphasisOf } from './emphasis.ts';
import { guideTopology, twoHops } from './model.testing.ts';

const guide = guideTopology();
const POLICY = keyOf('BackendTLSPolicy/backend-tls');

describe('what a selection does to the picture', () => {
  it('marks an object, its neighbours and its lines', () => {
    const emphasis = emphasisOf(guide, { kind: 'object', objectKey: POLICY }, POLICY);
    expect([...emphasis.selected]).toEqual([POLICY]);
    expect(emphasis.related).toEqual(
      new Set([keyOf('Service/secure-app'), keyOf('ConfigMap/backend-cert')]),
    );
    expect(emphasis.lines.size).toBe(2);
    expect(emphasis.focus).toBeNull();
  });

  it('marks the object that a certificate or finding belongs to', () => {
    const selection = { kind: 'finding', findingId: 'f' } as const;
    expect([...emphasisOf(guide, selection, POLICY).selected]).toEqual([POLICY]);
    expect([...emphasisOf(guide, selection, null).selected]).toEqual([]);
  });

  it('marks the check of a step and both of its ends', () => {
    const selection = { kind: 'step', connectionId: 'connection 0', step: 8 } as const;
    const { selected, related } = emphasisOf(guide, selection, null);
    expect(selected.size).toBe(1);
    expect(related).toEqual(
      new Set([keyOf('Secret/app-tls-secret'), keyOf('ConfigMap/backend-cert')]),
    );
  });

  it('marks the hop for a step without a check of its own', () => {
    const selection = { kind: 'step', connectionId: 'connection 0', step: 3 } as const;
    expect([...emphasisOf(guide, selection, null).selected]).toEqual([guide.hops[0]?.id]);
  });

  it('draws the rest back only where there are several hops', () => {
    const hopId = guide.hops[0]?.id ?? '';
    expect(emphasisOf(guide, { kind: 'hop', hopId }, null).focus).toBeNull();
    const two = twoHops();
    const focus = emphasisOf(two, { kind: 'hop', hopId }, null).focus;
    expect(focus?.has(keyOf('HTTPRoute/secure-app'))).toBe(true);
    expect(focus?.has(keyOf('Service/canary'))).toBe(false);
  });
});
