import { describe, expect, it } from 'vitest';
import type { Topology } from '../../../core/topology/types.ts';
import { centreOn, fitViewport, isWhollyInSight } from './fit-viewport.ts';

const picture = (height: number, loose?: Topology['loose']): Topology => ({
  nodes: [],
  edges: [],
  hops: [],
  lanes: [],
  width: 868,
  height,
  ...(loose && { loose }),
});

describe('fitting the picture', () => {
  it.each([
    ['shrinks to the pane', picture(381), { width: 830, height: 380 }, 830 / 868],
    ['never below 72 %', picture(381), { width: 400, height: 200 }, 0.72],
    [
      'as wide as the pane when it is panned anyway',
      picture(9000),
      { width: 800, height: 400 },
      800 / 868,
    ],
    ['never above 112 %', picture(381), { width: 1900, height: 900 }, 1.12],
    [
      'does not shrink for the last group',
      picture(500, { y: 397, height: 103 }),
      { width: 868, height: 407 },
      1,
    ],
    [
      'takes it in where there is room',
      picture(500, { y: 397, height: 103 }),
      { width: 868, height: 510 },
      1,
    ],
  ] as const)('%s', (_, topology, pane, zoom) => {
    expect(fitViewport(topology, pane, null).zoom).toBeCloseTo(zoom, 6);
  });

  it('centres what is smaller than the pane', () => {
    expect(fitViewport(picture(100), { width: 1068, height: 310 }, null)).toEqual({
      x: (1068 - 868 * 1.12) / 2,
      y: (300 - 112) / 2,
      zoom: 1.12,
    });
  });

  it('shows the beginning of what is larger, or the selection', () => {
    const pane = { width: 868, height: 410 };
    const selection = { x: 0, y: 4000, width: 162, height: 56 };
    expect(fitViewport(picture(9000), pane, null).y).toBeCloseTo(0, 6);
    expect(fitViewport(picture(9000), pane, selection).y).toBe(200 - 4028);
  });

  it('stays at the beginning while the selection is in sight from there', () => {
    const pane = { width: 510, height: 310 };
    const near = { x: 520, y: 310, width: 150, height: 30 };
    const far = { x: 676, y: 310, width: 162, height: 56 };
    expect(fitViewport(picture(381), pane, near).x).toBeCloseTo(0, 6);
    expect(fitViewport(picture(381), pane, far).x).toBeCloseTo(510 - 868 * 0.72, 6);
  });

  it('does not move past the end of the picture to centre a selection', () => {
    const content = { x: 0, y: 0, width: 868, height: 9000 };
    const last = { x: 0, y: 8940, width: 162, height: 56 };
    const pane = { width: 868, height: 400 };
    expect(centreOn(content, pane, 1, last).y).toBe(400 - 9000);
  });

  it('knows what is in sight', () => {
    const pane = { width: 400, height: 300 };
    const at = { x: -100, y: 0, zoom: 1 };
    expect(isWhollyInSight(at, pane, { x: 120, y: 20, width: 162, height: 56 })).toBe(true);
    expect(isWhollyInSight(at, pane, { x: 90, y: 20, width: 162, height: 56 })).toBe(false);
  });
});
