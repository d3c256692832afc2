import { isArray, isObject, valueAt } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import { DEFAULT_CRDS, type FieldPath, type InstalledCrds } from '../../model/index.ts';
import { describeField, type FieldChild, type FieldDescription } from '../../schema/index.ts';
import type { EditSource } from '../types.ts';
import { fieldHelp } from './field-help.ts';
import { initialValue } from './initial-value.ts';
import { nameChoices } from './name-choices.ts';
import { targetsAt } from './targets-at.ts';
import type { FormChoice, FormField, FormScalar, ObjectForm } from './types.ts';

/** What every field of one form is made with. */
interface FormContext {
  readonly source: EditSource;
  readonly object: ManifestObject;
  readonly crds: InstalledCrds;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Name and namespace have actions of their own: what names the object has to follow. */
const ELSEWHERE = new Set(['apiVersion', 'kind', 'status']);
const METADATA = new Set(['labels', 'annotations']);
const MATERIAL = new Set(['data', 'stringData', 'binaryData']);

/**
 * An object as a form: every field that is there and every field that its CRD knows beside it, with what each takes. Required
 * fields come first. Null for a kind whose schema is not known. Values of Secrets and private keys are left out.
 */
export function objectForm(source: EditSource, objectKey: string): ObjectForm | null {
  const object = source.index.byKey.get(objectKey);
  if (object === undefined) return null;
  const { crds = DEFAULT_CRDS } = source.workspace.options;
  const names = nameChoices(source, object);
  const context = { source, object, crds, names };
  const root = describeField(object, [], crds);
  if (root === undefined) return null;
  const { fields, addable } = insideOf(context, root, []);
  return { objectKey, fields, addable };
}

/** Fields that are there, required ones first, and those that could be. */
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

function initialAt({ object, crds }: FormContext, path: FieldPath): JsonValue {
  return initialValue((at) => describeField(object, at, crds), path);
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

function requiredFirst(fields: readonly FormField[]): readonly FormField[] {
  return [...fields.filter(({ required }) => required), ...fields.filter((one) => !one.required)];
}

function isShown({ object }: FormContext, path: FieldPath, name: string): boolean {
  if (path.length === 0 && object.group === '' && object.kind === 'Secret' && MATERIAL.has(name))
    return false;
  if (path.length === 0) return !ELSEWHERE.has(name);
  return path.length > 1 || path[0] !== 'metadata' || METADATA.has(name);
}

function fieldAt(context: FormContext, path: FieldPath): FormField | null {
  const at = describeField(context.object, path, context.crds);
  if (at === undefined) return null;
  const last = path.at(-1);
  const value = valueAt(context.object.value, path);
  const name = typeof last === 'number' ? String(last + 1) : String(last);
  const base = { path, name, required: at.required, help: fieldHelp(at) };
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
      return { ...base, kind: 'text-only' };
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'int-or-string':
      return isPlain(value)
        ? { ...base, kind: 'value', type: at.type, value: value ?? null, ...choicesAt(context, at) }
        : { ...base, kind: 'text-only' };
    default:
      return at.type satisfies never;
  }
}

function isPlain(value: JsonValue | undefined): value is FormScalar | null | undefined {
  if (typeof value === 'string') return !value.includes('PRIVATE KEY-----');
  return typeof value !== 'object' || value === null;
}

function choicesAt({ names }: FormContext, { enum: closed, path }: FieldDescription) {
  if (closed !== undefined) return { choices: closed.map(String), closed: true };
  return { choices: names.get(path.join('.')) ?? [], closed: false };
}
