import type { CodePointRange } from './regex-node.ts';

export const lastCodePoint = 0x10ffff;

/** RE2 syntax: `\d`, `\s` and `\w` are ASCII only. */
export const perlClasses: Readonly<Record<string, readonly CodePointRange[]>> = {
  d: [[48, 57]],
  s: [
    [9, 10],
    [12, 13],
    [32, 32],
  ],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
};

/** RE2 syntax: `[[:alpha:]]` and its kin. */
export const posixClasses: Readonly<Record<string, readonly CodePointRange[]>> = {
  alnum: [
    [48, 57],
    [65, 90],
    [97, 122],
  ],
  alpha: [
    [65, 90],
    [97, 122],
  ],
  ascii: [[0, 127]],
  blank: [
    [9, 9],
    [32, 32],
  ],
  cntrl: [
    [0, 31],
    [127, 127],
  ],
  digit: [[48, 57]],
  graph: [[33, 126]],
  lower: [[97, 122]],
  print: [[32, 126]],
  punct: [
    [33, 47],
    [58, 64],
    [91, 96],
    [123, 126],
  ],
  space: [
    [9, 13],
    [32, 32],
  ],
  upper: [[65, 90]],
  word: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  xdigit: [
    [48, 57],
    [65, 70],
    [97, 102],
  ],
};

/** Everything outside the ranges. */
export function complement(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const outside: CodePointRange[] = [];
  let next = 0;
  for (const [from, to] of sorted) {
    if (from > next) outside.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= lastCodePoint) outside.push([next, lastCodePoint]);
  return outside;
}

/** ASCII letters of either case beside those in the ranges, for `(?i)`. */
export function foldCase(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const folded = ranges.flatMap(([from, to]): CodePointRange[] => [
    ...shifted(from, to, 65, 90, 32),
    ...shifted(from, to, 97, 122, -32),
  ]);
  return [...ranges, ...folded];
}

function shifted(
  from: number,
  to: number,
  least: number,
  most: number,
  by: number,
): CodePointRange[] {
  const low = Math.max(from, least);
  const high = Math.min(to, most);
  return low > high ? [] : [[low + by, high + by]];
}
