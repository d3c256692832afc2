/**
 * A value of CEL as the function libraries see it, whatever engine runs the rule: int is `bigint`, double is
 * `number`. A URL, an IP address, a CIDR, a quantity, a format and an optional are a `CelObject`.
 */
export type CelValue =
  null | boolean | string | bigint | number | CelList | CelMap | CelObject | CelForeign;

export type CelList = readonly CelValue[];
export type CelMap = ReadonlyMap<string, CelValue>;

/** A value of one of Kubernetes' own CEL types. */
export interface CelObject {
  readonly celType: 'net.url' | 'net.ip' | 'net.cidr' | 'quantity' | 'format' | 'optional';
  readonly fields: Readonly<Record<string, CelValue>>;
}

/** A value that only the engine understands: a timestamp, a duration, bytes, an unsigned integer. */
export interface CelForeign {
  readonly celType: 'foreign';
  readonly value: unknown;
}

export function isCelList(value: CelValue): value is CelList {
  return Array.isArray(value);
}

export function isCelMap(value: CelValue): value is CelMap {
  return value instanceof Map;
}

/** The value as one of Kubernetes' own CEL types, or null. */
export function asObject<Type extends CelObject['celType']>(
  value: CelValue | undefined,
  celType: Type,
): (CelObject & { readonly celType: Type }) | null {
  if (typeof value !== 'object' || value === null || !('celType' in value)) return null;
  return value.celType === celType ? (value as CelObject & { readonly celType: Type }) : null;
}
