import { failsWith, gives, method } from '../cel/cel-function.ts';
import type { CelFunction, CelOutcome } from '../cel/cel-function.ts';
import { isCelList } from '../cel/cel-value.ts';
import type { CelList, CelValue } from '../cel/cel-value.ts';
import { compareValues } from './compare-values.ts';
import { sameValue } from './same-value.ts';

/**
 * `isSorted`, `sum`, `min`, `max`, `indexOf`, `lastIndexOf` of lists.
 *
 * @see k8s.io/apiserver pkg/cel/library/lists.go
 */
export const listFunctions: readonly CelFunction[] = [
  method('isSorted', 0, ([list]) => withList(list, isSorted)),
  method('sum', 0, ([list]) => withList(list, sum)),
  method('min', 0, ([list]) => withList(list, (all) => extreme(all, 'min'))),
  method('max', 0, ([list]) => withList(list, (all) => extreme(all, 'max'))),
  method('indexOf', 1, ([list, wanted]) =>
    withList(list, (all) => gives(BigInt(all.findIndex((one) => sameValue(one, wanted ?? null))))),
  ),
  method('lastIndexOf', 1, ([list, wanted]) =>
    withList(list, (all) =>
      gives(BigInt(all.findLastIndex((one) => sameValue(one, wanted ?? null)))),
    ),
  ),
];

function withList(
  value: CelValue | undefined,
  run: (list: CelList) => CelOutcome | null,
): CelOutcome | null {
  return value !== undefined && isCelList(value) ? run(value) : null;
}

function isSorted(list: CelList): CelOutcome | null {
  for (let index = 1; index < list.length; index++) {
    const order = compareValues(list[index - 1], list[index]);
    if (order === null) return null;
    if (order > 0) return gives(false);
  }
  return gives(true);
}

function sum(list: CelList): CelOutcome | null {
  if (list.every((one) => typeof one === 'bigint')) {
    const total = list.reduce((before, one) => before + one, 0n);
    return total === BigInt.asIntN(64, total) ? gives(total) : failsWith('integer overflow');
  }
  if (list.every((one) => typeof one === 'number')) {
    return gives(list.reduce((before, one) => before + one, 0));
  }
  return null;
}

function extreme(list: CelList, which: 'min' | 'max'): CelOutcome | null {
  let [best] = list;
  if (best === undefined) return failsWith(`${which} called on empty list`);
  for (const one of list) {
    const order = compareValues(one, best);
    if (order === null) return null;
    if (which === 'min' ? order < 0 : order > 0) best = one;
  }
  return gives(best);
}
