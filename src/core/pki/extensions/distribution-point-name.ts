import { decodeBitString } from '../der/bit-string.ts';
import type { DerElement, DerReader } from '../der/der-reader.ts';
import { readRelativeName } from '../name.ts';
import type { DistributionPointName } from '../types.ts';
import { readGeneralNames } from './general-name.ts';

/** `element` (an explicit tag) as DistributionPointName: `fullName [0]` or `nameRelativeToCRLIssuer [1]`. */
export function readDistributionPointName(
  body: DerReader,
  element: DerElement,
  what: string,
): DistributionPointName | null {
  const choice = body.inside(element);
  const inner = choice?.next();
  if (!choice || !inner || !choice.finished(what)) return null;
  const list = choice.inside(inner);
  if (!list) return null;
  if (inner.tag === 0xa0) {
    const fullName = readGeneralNames(list, what);
    return fullName && { fullName };
  }
  if (inner.tag === 0xa1) {
    const relativeName = readRelativeName(list, what);
    return relativeName === null ? null : { fullName: [], relativeName };
  }
  return choice.fail(`${what}: unknown name form`, inner.start);
}

/** ReasonFlags (RFC 5280 §4.2.1.13) as a number: first octet, second octet above it. */
export function readReasonFlags(body: DerReader, element: DerElement, what: string): number | null {
  const bits = decodeBitString(body.content(element));
  if (!bits) return body.fail(`${what}: broken BIT STRING`, element.start);
  return (bits.bytes[0] ?? 0) | ((bits.bytes[1] ?? 0) << 8);
}
