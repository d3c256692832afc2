import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import { isArray, isObject, stringAt } from '../json.ts';
import { INFRA } from './namespaces.ts';
import type { ConformanceChange } from './types.ts';

/** `Kind/name` or `Kind/namespace/name` of a row; without a namespace it is the suite's own. */
export function readObjectName(text: string): {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
} {
  const [kind = '', one = '', other] = text.split('/');
  return other === undefined
    ? { kind, namespace: INFRA, name: one }
    : { kind, namespace: one, name: other };
}

/** The objects with each change made, one after the other; what is not there yet is added at the end. */
export function applyChanges(
  objects: readonly JsonObject[],
  changes: readonly ConformanceChange[],
): readonly JsonObject[] {
  return changes.reduce((current, { object, path, value }) => {
    const { kind, namespace, name } = readObjectName(object);
    const isMeant = (one: JsonObject): boolean =>
      stringAt(one, ['kind']) === kind &&
      stringAt(one, ['metadata', 'name']) === name &&
      stringAt(one, ['metadata', 'namespace']) === namespace;
    const at = current.findIndex(isMeant);
    const made: JsonObject = { apiVersion: 'v1', kind, metadata: { name, namespace } };
    const changed = setAt(current[at] ?? made, path, value);
    if (!isObject(changed)) return current;
    return at < 0 ? [...current, changed] : current.with(at, changed);
  }, objects);
}

function setAt(
  into: JsonValue | undefined,
  path: readonly (string | number)[],
  value: JsonValue,
): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = isArray(into) ? into : [];
    return list.map((item, at) => (at === step ? setAt(item, rest, value) : item));
  }
  const fields = isObject(into) ? into : {};
  return { ...fields, [step]: setAt(fields[step], rest, value) };
}
