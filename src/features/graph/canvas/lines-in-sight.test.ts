import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../../core/topology/types.ts';
import { cutTo, linesInSight } from './lines-in-sight.ts';

const stripe = { from: 0, to: 100 };
const along = (...corners: readonly (readonly [number, number])[]): readonly Point[] =>
  corners.map(([x, y]) => ({ x, y }));

const axisParallel = (route: readonly Point[]): boolean =>
  route.every((b, at) => {
    const a = route[at - 1];
    return a === undefined || a.x === b.x || a.y === b.y;
  });

/** Any axis-parallel line. */
const anyLine = fc
  .array(fc.integer({ min: -300, max: 400 }), { minLength: 3, maxLength: 9 })
  .map((numbers) =>
    numbers.slice(1).reduce<Point[]>(
      (route, value, at) => {
        const last = route.at(-1) ?? { x: 0, y: 0 };
        return [...route, at % 2 === 0 ? { x: last.x, y: value } : { x: value, y: last.y }];
      },
      [{ x: numbers[0] ?? 0, y: 0 }],
    ),
  );

/** Whether a point lies on the line. */
const covers = (route: readonly Point[], { x, y }: Point): boolean =>
  route.some((a, at) => {
    const b = route[at + 1];
    if (!b) return false;
    const inX = x >= Math.min(a.x, b.x) && x <= Math.max(a.x, b.x);
    return inX && y >= Math.min(a.y, b.y) && y <= Math.max(a.y, b.y);
  });

describe('cutting lines to what is in sight', () => {
  it.each([
    ['leaves a line inside alone', along([0, 10], [0, 50], [9, 50])],
    [
      'shortens a line that goes on below',
      along([0, 10], [0, 500], [9, 500]),
      along([0, 10], [0, 100], [9, 100]),
    ],
    [
      'keeps both corners of a detour above',
      along([0, 10], [0, -50], [9, -50], [9, 20]),
      along([0, 10], [0, 0], [9, 0], [9, 20]),
    ],
  ] as const)('%s', (_, line, cut = line) => {
    expect(cutTo(line, stripe)).toEqual(cut);
  });

  it('changes nothing within the stripe and stays parallel to the axes', () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: -300, max: 400 }), (line, x) => {
        const cut = cutTo(line, stripe);
        expect(axisParallel(cut)).toBe(true);
        for (const y of [1, 37, 99]) expect(covers(cut, { x, y })).toBe(covers(line, { x, y }));
      }),
    );
  });
});

describe('lines in sight', () => {
  const inSight = (lines: readonly (readonly Point[])[], look = 'same'): readonly number[] =>
    linesInSight(
      lines,
      stripe,
      (line) => line,
      () => look,
    ).map(({ line }) => lines.indexOf(line));

  it('leaves out what passes above or below', () => {
    expect(
      inSight([along([0, -90], [0, -10]), along([0, 10], [0, 90]), along([0, 110], [9, 110])]),
    ).toEqual([1]);
  });

  it('draws lines that look alike in the stripe once', () => {
    const bus = [200, 300, 400].map((y) => along([0, -50], [0, y], [9, y]));
    expect(inSight(bus)).toEqual([0]);
  });

  it('keeps lines apart that differ in look', () => {
    const bus = [200, 300].map((y) => along([0, -50], [0, y], [9, y]));
    const kept = linesInSight(
      bus,
      stripe,
      (line) => line,
      (line) => String(line.at(-1)?.y),
    );
    expect(kept).toHaveLength(2);
  });
});
