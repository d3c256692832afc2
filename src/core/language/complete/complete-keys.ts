import { isObject, valueAt } from '../../gateway-api/index.ts';
import type { FieldChild, FieldDescription } from '../../schema/index.ts';
import { describeField } from '../../schema/index.ts';
import { helpFor } from '../../help/index.ts';
import type { LanguageView } from '../language-view.ts';
import { CURSOR, type CursorContext } from '../syntax/cursor-context.ts';
import { kindOf } from '../syntax/kubernetes-object.ts';
import type { Offer } from './completion.ts';

/** The fields that the map at the cursor does not have yet, those that must be there first. */
export function completeKeys(
  view: LanguageView,
  context: CursorContext,
  field: FieldDescription,
): readonly Offer[] {
  const { object, path } = context;
  const owner = valueAt(object, path);
  const written = isObject(owner) ? Object.keys(owner) : [];
  const present = new Set(written.filter((name) => !name.includes(CURSOR)));
  const kind = kindOf(object);
  return field.children
    .filter(({ name }) => !present.has(name) && !isServers(name, path.length))
    .map((child) => {
      const childPath = [...path, child.name];
      const below = describeField(kind, childPath, view.settings, view.custom);
      return {
        label: child.name,
        kind: 'field',
        detail: child.required ? `${child.type}, required` : child.type,
        help: helpFor(kind, childPath)?.text ?? '',
        rank: child.required ? 1 : 4,
        ...inserted(child, below, context),
      };
    });
}

/** What comes after the name: the value on the same line, or the first line of what stands below. */
function inserted(
  { name, type }: FieldChild,
  below: FieldDescription | undefined,
  { flow, colon, column }: CursorContext,
): Pick<Offer, 'insert' | 'again'> {
  if (colon) return { insert: name, again: false };
  const isNested = type === 'object' || type === 'array';
  if (flow || !isNested) return { insert: `${name}: `, again: true };
  const indent = ' '.repeat(column + 2);
  const dash = below?.type === 'array' ? '- ' : '';
  return { insert: `${name}:\n${indent}${dash}`, again: true };
}

/** Written by the server and the controllers. */
function isServers(name: string, depth: number): boolean {
  if (depth === 0) return name === 'status';
  return (
    depth === 1 &&
    /^(?:creationTimestamp|deletion\w+|generation|managedFields|resourceVersion|selfLink|uid)$/.test(
      name,
    )
  );
}
