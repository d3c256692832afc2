import { failsWith, gives, method } from '../cel/cel-function.ts';
import type { CelFunction, CelOutcome } from '../cel/cel-function.ts';
import { isCelList } from '../cel/cel-value.ts';
import type { CelValue } from '../cel/cel-value.ts';

/**
 * The strings extension of cel-go, version 2, as Kubernetes switches it on. Indexes count code points.
 *
 * @see github.com/google/cel-go ext/strings.go
 */
export const stringFunctions: readonly CelFunction[] = [
  method('charAt', 1, ([text, at]) =>
    textAndIndex(text, at, (all, index) => gives(all[index] ?? '')),
  ),
  method('indexOf', 1, ([text, wanted]) => indexOf(text, wanted, 0n)),
  method('indexOf', 2, ([text, wanted, from]) => indexOf(text, wanted, from)),
  method('lastIndexOf', 1, ([text, wanted]) =>
    twoTexts(text, wanted, (all, part) => gives(BigInt(lastIndexOf(all, part)))),
  ),
  method('join', 0, ([list]) => join(list, '')),
  method('join', 1, ([list, separator]) => join(list, separator)),
  method('lowerAscii', 0, ([text]) =>
    oneText(text, (all) => gives(all.replace(/[A-Z]/g, (one) => one.toLowerCase()))),
  ),
  method('upperAscii', 0, ([text]) =>
    oneText(text, (all) => gives(all.replace(/[a-z]/g, (one) => one.toUpperCase()))),
  ),
  method('replace', 2, ([text, from, to]) => replace(text, from, to, -1n)),
  method('replace', 3, ([text, from, to, most]) => replace(text, from, to, most)),
  method('split', 1, ([text, separator]) => split(text, separator, -1n)),
  method('split', 2, ([text, separator, most]) => split(text, separator, most)),
  method('substring', 1, ([text, from]) =>
    textAndIndex(text, from, (all, index) => gives(all.slice(index).join(''))),
  ),
  method('substring', 2, ([text, from, to]) => substring(text, from, to)),
  method('trim', 0, ([text]) => oneText(text, (all) => gives(all.trim()))),
];

function oneText(text: CelValue | undefined, run: (text: string) => CelOutcome): CelOutcome | null {
  return typeof text === 'string' ? run(text) : null;
}

function twoTexts(
  text: CelValue | undefined,
  other: CelValue | undefined,
  run: (text: readonly string[], other: readonly string[]) => CelOutcome,
): CelOutcome | null {
  if (typeof text !== 'string' || typeof other !== 'string') return null;
  return run(Array.from(text), Array.from(other));
}

function textAndIndex(
  text: CelValue | undefined,
  at: CelValue | undefined,
  run: (text: readonly string[], index: number) => CelOutcome,
): CelOutcome | null {
  if (typeof text !== 'string' || typeof at !== 'bigint') return null;
  const all = Array.from(text);
  return at < 0n || at > BigInt(all.length) ? outOfRange(at) : run(all, Number(at));
}

function outOfRange(at: bigint): CelOutcome {
  return failsWith(`index out of range: ${at.toString()}`);
}

function indexOf(
  text: CelValue | undefined,
  wanted: CelValue | undefined,
  from: CelValue | undefined,
): CelOutcome | null {
  return typeof wanted !== 'string'
    ? null
    : textAndIndex(text, from, (all, start) => {
        const part = Array.from(wanted);
        for (let at = start; at + part.length <= all.length; at++) {
          if (standsAt(all, part, at)) return gives(BigInt(at));
        }
        return gives(-1n);
      });
}

function lastIndexOf(all: readonly string[], part: readonly string[]): number {
  for (let at = all.length - part.length; at >= 0; at--) if (standsAt(all, part, at)) return at;
  return -1;
}

function standsAt(all: readonly string[], part: readonly string[], at: number): boolean {
  return part.every((one, index) => all[at + index] === one);
}

function join(list: CelValue | undefined, separator: CelValue | undefined): CelOutcome | null {
  if (list === undefined || !isCelList(list) || typeof separator !== 'string') return null;
  return list.every((one) => typeof one === 'string') ? gives(list.join(separator)) : null;
}

function replace(
  text: CelValue | undefined,
  from: CelValue | undefined,
  to: CelValue | undefined,
  most: CelValue | undefined,
): CelOutcome | null {
  if (typeof text !== 'string' || typeof from !== 'string') return null;
  if (typeof to !== 'string' || typeof most !== 'bigint') return null;
  const parts = from === '' ? ['', ...Array.from(text), ''] : text.split(from);
  const count = most < 0n ? parts.length - 1 : Math.min(Number(most), parts.length - 1);
  return gives(parts.reduce((before, part, at) => before + (at <= count ? to : from) + part));
}

/** Go's SplitN: 0 gives nothing, a positive count leaves the rest unsplit. */
function split(
  text: CelValue | undefined,
  separator: CelValue | undefined,
  most: CelValue | undefined,
): CelOutcome | null {
  if (typeof text !== 'string' || typeof separator !== 'string' || typeof most !== 'bigint') {
    return null;
  }
  if (most === 0n) return gives([]);
  const parts = separator === '' ? Array.from(text) : text.split(separator);
  if (most < 0n || BigInt(parts.length) <= most) return gives(parts);
  const kept = Number(most) - 1;
  return gives([...parts.slice(0, kept), parts.slice(kept).join(separator)]);
}

function substring(
  text: CelValue | undefined,
  from: CelValue | undefined,
  to: CelValue | undefined,
): CelOutcome | null {
  if (typeof text !== 'string' || typeof from !== 'bigint' || typeof to !== 'bigint') return null;
  const all = Array.from(text);
  if (from < 0n || from > BigInt(all.length)) return outOfRange(from);
  if (to < 0n || to > BigInt(all.length)) return outOfRange(to);
  if (from > to) {
    return failsWith(`invalid substring range. start: ${from.toString()}, end: ${to.toString()}`);
  }
  return gives(all.slice(Number(from), Number(to)).join(''));
}
