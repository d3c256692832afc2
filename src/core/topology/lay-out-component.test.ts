import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTopology, type Layouts } from './build-topology.ts';
import { anySetup } from './generated.testing.ts';
import { FAILING, GUIDE, PASSING } from './guide.testing.ts';
import type { Layout } from './lay-out-component.ts';
import { topologyInput } from './setup.testing.ts';

function remembering(): { readonly layouts: Layouts; readonly made: () => number } {
  const known = new Map<string, Layout>();
  const get: Layouts['get'] = (key, compute) => {
    const layout = known.get(key) ?? compute();
    known.set(key, layout);
    return layout;
  };
  return { layouts: { get }, made: () => known.size };
}

describe('a remembered layout', () => {
  it('serves a picture in which only verdicts and words differ', () => {
    const { layouts, made } = remembering();
    const verdicts = [FAILING, PASSING].map((handshake) => {
      const input = topologyInput({ ...GUIDE, handshakes: [handshake] });
      const picture = buildTopology(input, layouts);
      expect(picture).toEqual(buildTopology(input));
      return picture.hops[0]?.verdict;
    });
    expect(verdicts).toEqual(['error', 'ok']);
    expect(made()).toBe(1);
  });

  it('never makes a picture other than it would be without', () => {
    const { layouts } = remembering();
    fc.assert(
      fc.property(anySetup, (setup) => {
        const input = topologyInput(setup);
        expect(buildTopology(input, layouts)).toEqual(buildTopology(input));
      }),
      { numRuns: 100 },
    );
  });
});
