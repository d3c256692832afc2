import type { FieldPath } from '../../../model/index.ts';

/**
 * `fieldPath` of a rule: `.spec.host` or `.metadata['a.b']`, lists cannot be named. Null for any other text.
 *
 * @see apiextensions-apiserver pkg/apiserver/schema/cel/validation.go ValidFieldPath
 */
export function readFieldPath(text: string): FieldPath | null {
  const steps: string[] = [];
  const step = /\.([^.[\]']+)|\['((?:\\.|[^'\\])*)'\]/y;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (found === null) return null;
    steps.push(found[1] ?? (found[2] ?? '').replace(/\\(.)/g, '$1'));
  }
  return steps.length === 0 ? null : steps;
}
