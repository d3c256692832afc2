import { keyOf, type ConversionDraft, type ObjectName } from './conversion-draft.ts';

/** The name that is wanted, with a number where another object has it. */
export function freeName(draft: ConversionDraft, wanted: ObjectName): ObjectName {
  let found = wanted;
  for (let count = 2; draft.object(keyOf(found)) !== undefined; count += 1)
    found = { ...wanted, name: `${wanted.name}-${String(count)}` };
  return found;
}
