import { describe, expect, it } from 'vitest';
import { arrowHead, roundedPath, trimmed } from './rounded-path.ts';

describe('paths', () => {
  it.each([
    [
      'a straight line',
      [
        [0, 0],
        [50, 0],
      ],
      'M0 0L50 0',
    ],
    [
      'a corner of 10 px',
      [
        [0, 0],
        [50, 0],
        [50, 40],
      ],
      'M0 0L40 0Q50 0 50 10L50 40',
    ],
    [
      'a smaller corner on a short leg',
      [
        [0, 0],
        [50, 0],
        [50, 8],
      ],
      'M0 0L46 0Q50 0 50 4L50 8',
    ],
  ] as const)('%s', (_, corners, path) => {
    expect(roundedPath(corners.map(([x, y]) => ({ x, y })))).toBe(path);
  });

  it('shortens both ends along their legs', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 0, y: 50 },
      { x: 80, y: 50 },
    ];
    expect(trimmed(line, 6, 5)).toEqual([
      { x: 0, y: 6 },
      { x: 0, y: 50 },
      { x: 75, y: 50 },
    ]);
  });

  it('puts the tip of the arrow on the end of the line', () => {
    expect(
      arrowHead(
        [
          { x: 0, y: 0 },
          { x: 50, y: 0 },
        ],
        6,
        3,
      ),
    ).toBe('M50 0L44 3L44 -3Z');
    expect(
      arrowHead(
        [
          { x: 5, y: 50 },
          { x: 5, y: 10 },
        ],
        6,
        3,
      ),
    ).toBe('M5 10L8 16L2 16Z');
  });
});
