import type { FieldPath } from '../../model/field.ts';

/** A path as the API server prints it: `spec.rules[0].backendRefs`; empty for the object itself. */
export function fieldText(path: FieldPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
