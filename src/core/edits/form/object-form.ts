import { helpFor } from '../../help/index.ts';
import { isArray, isObject, valueAt } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import { DEFAULT_CRDS, type FieldPath } from '../../model/index.ts';
import {
  describeField,
  type CustomDefinitions,
  type FieldChild,
  type FieldDescription,
} from '../../schema/index.ts';
import type { EditSource } from '../types.ts';
import { aboutField } from './about-field.ts';
import { initialValue } from './initial-value.ts';
import { nameChoices } from './name-choices.ts';
import { targetsAt } from './targets-at.ts';
import type { FieldBase, FormChoice, FormField, FormScalar, ObjectForm } from './types.ts';

/** What every field of one form is made with. */
interface FormContext {
  readonly source: EditSource;
  readonly object: ManifestObject;
  readonly describe: (path: FieldPath) => FieldDescription | undefined;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Name and namespace have actions of their own: what names the object has to follow. */
const ELSEWHERE = new Set(['apiVersion', 'kind', 'status']);
const METADATA = new Set(['labels', 'annotations']);
const MATERIAL = new Set(['data', 'stringData', 'binaryData']);

/**
 * An object as a form: every field that is there and every field that its CRD knows beside it, with what each takes. Required
 * fields come first. Null for a kind whose schema is not known. Values of Secrets and private keys are left out.
 *
 * @param custom the user's own CRDs
 */
export function objectForm(
  source: EditSource,
  objectKey: string,
  custom?: CustomDefinitions,
): ObjectForm | null {
  const object = source.index.byKey.get(objectKey);
  if (object === undefined) return null;
  const { crds = DEFAULT_CRDS } = source.workspace.options;
  const names = nameChoices(source, object);
  const describe = (path: FieldPath) => describeField(object, path, crds, custom);
  const context = { source, object, describe, names };
  const root = describe([]);
  if (root === undefined) return null;
  const { fields, addable } = insideOf(context, root, []);
  return { objectKey, fields, addable };
}

/** Fields that are there, required ones first and metadata last, and those that could be. */
function insideOf(context: FormContext, at: FieldDescription, path: FieldPath) {
  const value = valueAt(context.object.value, path);
  const present = isObject(value) ? Object.keys(value) : [];
  const known = new Map(at.children.map((child) => [child.name, child]));
  const shown = (name: string) => isShown(context, path, name);
  const fields = [...present.filter((name) => known.has(name) || at.open), ...missing(at, present)]
    .filter(shown)
    .map((name) => fieldAt(context, [...path, name]))
    .filter((field) => field !== null);
  const addable = at.children
    .filter(({ name }) => shown(name) && !present.includes(name))
    .filter(({ name, required }) => !required || isLarge(known.get(name)))
    .map(({ name, type, required }): FormChoice => {
      return { name, type, required, initial: initialAt(context, [...path, name]) };
    });
  return { fields: requiredFirst(fields), addable };
}

function isMetadata({ path }: FormField): boolean {
  return path.length === 1 && path[0] === 'metadata';
}

function initialAt({ describe }: FormContext, path: FieldPath): JsonValue {
  return initialValue(describe, path);
}

/** Required fields that are not there: a control waits for their value. */
function missing({ children }: FieldDescription, present: readonly string[]): readonly string[] {
  return children
    .filter((child) => child.required && !present.includes(child.name) && !isLarge(child))
    .map(({ name }) => name);
}

function isLarge(child: FieldChild | undefined): boolean {
  return child?.type === 'object' || child?.type === 'array' || child?.type === 'any';
}

/** What the object is for comes before its labels. */
function requiredFirst(fields: readonly FormField[]): readonly FormField[] {
  const rank = (field: FormField) => (isMetadata(field) ? 2 : field.required ? 0 : 1);
  return fields.toSorted((a, b) => rank(a) - rank(b));
}

/** What a Secret keeps is seen in its file only. */
function isMaterial({ group, kind }: ManifestObject, path: FieldPath): boolean {
  return path.length === 1 && group === '' && kind === 'Secret' && MATERIAL.has(String(path[0]));
}

function textOnly({ object }: FormContext, base: FieldBase): FormField {
  const { key, value } = object.rangeOf(base.path);
  const range = { start: (key ?? value).start, end: value.end };
  return { ...base, kind: 'text-only', at: { fileId: object.fileId, range } };
}

function isShown({ object }: FormContext, path: FieldPath, name: string): boolean {
  if (isMaterial(object, [...path, name])) return Object.hasOwn(object.value, name);
  if (path.length === 0) return !ELSEWHERE.has(name);
  return path.length > 1 || path[0] !== 'metadata' || METADATA.has(name);
}

function fieldAt(context: FormContext, path: FieldPath): FormField | null {
  const at = context.describe(path);
  if (at === undefined) return null;
  const last = path.at(-1);
  const value = valueAt(context.object.value, path);
  const name = typeof last === 'number' ? String(last + 1) : String(last);
  const base = { path, name, required: at.required, ...aboutField(context.object, at) };
  if (isMaterial(context.object, path)) return textOnly(context, base);
  switch (at.type) {
    case 'object': {
      const inside = insideOf(context, at, path);
      const targets = targetsAt(context.source, context.object, path);
      return { ...base, kind: 'group', ...inside, open: at.open, targets };
    }
    case 'array': {
      const items = isArray(value)
        ? value.flatMap((_, index) => fieldAt(context, [...path, index]) ?? [])
        : [];
      const targets = targetsAt(context.source, context.object, path);
      const initial = initialAt(context, [...path, 0]);
      return { ...base, kind: 'list', itemType: at.itemType ?? 'any', initial, items, targets };
    }
    case 'any':
      return textOnly(context, base);
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'int-or-string':
      return isPlain(value)
        ? { ...base, kind: 'value', type: at.type, value: value ?? null, ...choicesAt(context, at) }
        : textOnly(context, base);
    default:
      return at.type satisfies never;
  }
}

function isPlain(value: JsonValue | undefined): value is FormScalar | null | undefined {
  // A control turns carriage returns into line feeds.
  if (typeof value === 'string') return !/PRIVATE KEY-----|\r/.test(value);
  return typeof value !== 'object' || value === null;
}

function choicesAt({ names, object }: FormContext, { enum: closed, path }: FieldDescription) {
  if (closed !== undefined) return { choices: closed.map(String), closed: true, suggestions: [] };
  const suggestions = (helpFor(object, path)?.values ?? []).map(({ value }) => value);
  return { choices: names.get(path.join('.')) ?? [], closed: false, suggestions };
}
