import type { CelLibrary } from './cel-library.ts';
import { isCelList, isCelMap } from './cel-value.ts';
import type { CelObject, CelValue } from './cel-value.ts';

/** Types of Kubernetes' own are maps in the library, told apart by this key, which no field name can be. */
const typeKey = '\u0000type';

const objectTypes: readonly CelObject['celType'][] = [
  'net.url',
  'net.ip',
  'net.cidr',
  'quantity',
  'format',
  'optional',
];

/** A value of ours as the library takes it: lists are arrays and maps are Maps there too. */
export function toLibrary(value: CelValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isCelList(value)) return value.map((one) => toLibrary(one));
  if (isCelMap(value)) {
    return new Map(Array.from(value, ([key, one]) => [key, toLibrary(one)]));
  }
  if (value.celType === 'foreign') return value.value;
  const fields = Object.entries(value.fields).map(([name, one]) => [name, toLibrary(one)] as const);
  return new Map<string, unknown>([[typeKey, value.celType], ...fields]);
}

/** A value of the library as ours; what is no scalar, list or map stays foreign. */
export function fromLibrary(value: unknown, library: CelLibrary): CelValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  if (library.isCelList(value)) return Array.from(value, (one) => fromLibrary(one, library));
  if (!library.isCelMap(value)) return { celType: 'foreign', value };
  const entries = new Map<string, CelValue>();
  for (const [key, one] of value) {
    // A rule can build a map with other keys; no function of Kubernetes takes one.
    if (typeof key !== 'string') return { celType: 'foreign', value };
    entries.set(key, fromLibrary(one, library));
  }
  const celType = objectTypes.find((one) => one === entries.get(typeKey));
  if (celType === undefined) return entries;
  entries.delete(typeKey);
  return { celType, fields: Object.fromEntries(entries) };
}
