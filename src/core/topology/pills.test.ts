import { describe, expect, it } from 'vitest';
import { pillBox, placePill } from './pills.ts';
import type { Point, Rect } from './types.ts';

const line = [
  { x: 0, y: 100 },
  { x: 200, y: 100 },
];
/** 68 wide and 24 high. */
const LABEL = 'Step 8';

const pillPlace = (route: readonly Point[], label: string, taken: readonly Rect[]) =>
  placePill(route, [label], taken, []).at;

describe('the pill of a check', () => {
  it('takes the space of its words', () => {
    expect(pillBox(LABEL, { x: 100, y: 100 })).toEqual({ x: 66, y: 88, width: 68, height: 24 });
  });

  it('sits in the middle of a straight line, and where a short one first turns', () => {
    expect(pillPlace(line, LABEL, [])).toEqual({ x: 100, y: 100 });
    const turned = [
      { x: 0, y: 0 },
      { x: 43, y: 0 },
      { x: 43, y: 300 },
      { x: 90, y: 300 },
    ];
    expect(pillPlace(turned, LABEL, [])).toEqual({ x: 43, y: 0 });
  });

  it('moves along its line until it covers no node', () => {
    const node = { x: 90, y: 80, width: 40, height: 40 };
    expect(pillPlace(line, LABEL, [node])).toEqual({ x: 52, y: 100 });
  });

  it('goes to another part of its line when the first one has no room', () => {
    const turned = [
      { x: 0, y: 0 },
      { x: 43, y: 0 },
      { x: 43, y: 300 },
      { x: 90, y: 300 },
    ];
    const node = { x: 50, y: -30, width: 160, height: 60 };
    expect(pillPlace(turned, LABEL, [node])).toEqual({ x: 43, y: 150 });
  });

  it('stands beside a line that has no room at all', () => {
    const wall = { x: -50, y: 95, width: 300, height: 10 };
    expect(pillPlace(line, LABEL, [wall])).toEqual({ x: 100, y: 76 });
  });

  it('says less where all its words have no room on the line', () => {
    const nodes = [
      { x: -100, y: 80, width: 130, height: 40 },
      { x: 170, y: 80, width: 130, height: 40 },
    ];
    const labels = ['Step 6 · shop rejects it: expired', 'Step 6'];
    expect(placePill(line, labels, nodes, [])).toEqual({ label: 'Step 6', at: { x: 100, y: 100 } });
  });

  it('covers another pill before it covers a node', () => {
    const nodes = [
      { x: -500, y: -500, width: 2000, height: 580 },
      { x: -500, y: 120, width: 2000, height: 500 },
    ];
    const other = [{ x: -500, y: 88, width: 2000, height: 24 }];
    expect(placePill(line, [LABEL], nodes, other).at).toEqual({ x: 100, y: 100 });
  });

  it('stays where it was when everything is full', () => {
    const all = { x: -500, y: -500, width: 2000, height: 2000 };
    expect(pillPlace(line, LABEL, [all])).toEqual({ x: 100, y: 100 });
  });
});
