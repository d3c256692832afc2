import type { FieldPath } from '../../model/field.ts';

/** Where a value stands, as a chain to the root: made for every value, turned into a path for errors only. */
export interface Place {
  readonly parent: Place | null;
  readonly step: string | number;
}

/** The path of a place; null is the object itself. */
export function pathOf(place: Place | null): FieldPath {
  const path: (string | number)[] = [];
  for (let at = place; at !== null; at = at.parent) path.push(at.step);
  return path.reverse();
}
