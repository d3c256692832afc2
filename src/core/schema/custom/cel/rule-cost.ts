import type { JsonValue } from '../../../manifest/types.ts';
import { comprehensionDepth, joins, literalSize } from './rule-text.ts';

/**
 * An upper bound of the steps that a rule takes over a value: the size of its largest collection to the power of the
 * nested loops. The server bounds rules by an estimate of the same kind when the CRD is created
 * (apiextensions-apiserver pkg/apiserver/schema/cel/compilation.go); without one a dropped CRD could hold the page.
 */
export function ruleCost(expression: string, self: JsonValue): number {
  const loops = comprehensionDepth(expression);
  const perPass = expression.length;
  if (loops === 0) return perPass;
  const splits = /\.(?:split|findAll)\s*\(/.test(expression);
  const collection = Math.max(largestCollection(self, splits), literalSize(expression));
  return perPass * (collection * (1 + joins(expression))) ** loops;
}

/** Length of the longest list or map in a value; of the longest text too, where rules split texts. */
function largestCollection(value: JsonValue, texts: boolean): number {
  if (typeof value === 'string') return texts ? value.length + 1 : 1;
  if (typeof value !== 'object' || value === null) return 1;
  const members: readonly JsonValue[] = Array.isArray(value) ? value : Object.values(value);
  return members.reduce<number>(
    (most, one) => Math.max(most, largestCollection(one, texts)),
    members.length,
  );
}
