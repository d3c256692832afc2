import { isCelList } from '../cel/cel-value.ts';
import type { CelMap, CelObject, CelValue } from '../cel/cel-value.ts';

/** CEL's `==` over lists, maps and scalars; int and double of one number are equal. */
export function sameValue(a: CelValue, b: CelValue): boolean {
  if (typeof a !== typeof b) {
    return isNumeric(a) && isNumeric(b) && Number(a) === Number(b);
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (isCelList(a)) {
    return isCelList(b) && a.length === b.length && a.every((one, at) => same(one, b[at]));
  }
  if (a instanceof Map) {
    return b instanceof Map && sameMap(a as CelMap, b as CelMap);
  }
  return 'celType' in a && 'celType' in b && a.celType === b.celType && sameFields(a, b);
}

function same(a: CelValue, b: CelValue | undefined): boolean {
  return b !== undefined && sameValue(a, b);
}

function isNumeric(value: CelValue): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

function sameMap(a: CelMap, b: CelMap): boolean {
  return a.size === b.size && [...a].every(([key, value]) => same(value, b.get(key)));
}

type Opaque = Exclude<
  CelValue,
  string | number | bigint | boolean | null | CelMap | readonly CelValue[]
>;

function sameFields(a: Opaque, b: Opaque): boolean {
  if (a.celType === 'foreign' || b.celType === 'foreign') {
    return a.celType === b.celType && 'value' in a && 'value' in b && a.value === b.value;
  }
  const [left, right]: CelObject[] = [a, b];
  return Object.entries(left?.fields ?? {}).every(([name, value]) =>
    same(value, right?.fields[name]),
  );
}
