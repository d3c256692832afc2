import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import type { FieldRef } from '../model/index.ts';
import { encodeBase64 } from '../pki/base64.ts';
import { unescapeHtml } from '../pki/html-entities.ts';
import { objectAt } from './json.ts';
import { decodeKubernetesBase64 } from '../pki/kubernetes-base64.ts';
import { rememberByIdentity } from './remember-by-identity.ts';

/** What is wrong with one value. `repaired` is the text that the field should hold instead. */
export type DataProblem =
  /** `&#43;` and the like in base64: the API server refuses the object. */
  | { readonly kind: 'html-escaped-base64'; readonly offset: number; readonly repaired: string }
  /** `&#43;` in PEM text that is not base64-encoded: applied as it stands, then no reader takes it. */
  | { readonly kind: 'html-escaped-pem'; readonly repaired: string }
  /** PEM pasted into a base64 field: the API server refuses the object. */
  | { readonly kind: 'plain-text'; readonly offset: number; readonly repaired: string }
  | { readonly kind: 'not-base64'; readonly offset: number }
  /** The decoded value is base64 of PEM once more. `repaired` is the inner layer, still encoded once. */
  | { readonly kind: 'base64-twice'; readonly repaired: string }
  /** A number, boolean, list or mapping where text belongs: the API server refuses the object. */
  | { readonly kind: 'not-text'; readonly found: string }
  /** A ConfigMap key in `data` and in `binaryData`: the API server refuses the object. */
  | { readonly kind: 'in-both'; readonly other: FieldRef };

/** One entry of a Secret or ConfigMap as a process would find it in a mounted file. */
export interface DataValue {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** `bytes` as UTF-8 with a byte order mark kept; one character a byte when they are not UTF-8. */
  readonly text: string;
  readonly field: FieldRef;
  readonly encoding: 'base64' | 'plain';
  readonly problems: readonly DataProblem[];
  /** The API server would not take the object because of this value: `bytes` is a best reading. */
  readonly refused: boolean;
}

const PEM_BEGIN = /-----BEGIN [^-\r\n]+-----/;

/**
 * Reads one key of a Secret or ConfigMap. For a Secret `stringData` overrides `data` (base64); for a
 * ConfigMap `binaryData` (base64) overrides `data`. A value that the API server would refuse is read as far
 * as it can be, and `refused` says so.
 *
 * @returns undefined when the object has no such key
 */
export function readDataValue(object: ManifestObject, key: string): DataValue | undefined {
  const values = known.get(object) ?? new Map<string, DataValue | undefined>();
  known.set(object, values);
  if (!values.has(key)) values.set(key, readSections(object, key));
  return values.get(key);
}

/** Objects never change, and decoding is dear: an edit of one document leaves all others as they were. */
const known = new WeakMap<ManifestObject, Map<string, DataValue | undefined>>();

function readSections(object: ManifestObject, key: string): DataValue | undefined {
  for (const [section, encoding] of sectionsOf(object)) {
    const entries = objectAt(object.value, [section]);
    if (entries === undefined || !Object.hasOwn(entries, key)) continue;
    const field = { objectId: object.id, path: [section, key] };
    const value = readEntry(key, entries[key] ?? null, field, encoding);
    return section === 'binaryData' ? withDuplicate(object, value) : value;
  }
  return undefined;
}

/** All keys of a Secret or ConfigMap, sorted, each once. */
export const dataKeys = rememberByIdentity((object: ManifestObject): readonly string[] => {
  const keys = sectionsOf(object).flatMap(([section]) =>
    Object.keys(objectAt(object.value, [section]) ?? {}),
  );
  return [...new Set(keys)].sort();
});

/** True when the API server would not take a Secret or ConfigMap because of any of its values. */
export function hasRefusedValue(object: ManifestObject): boolean {
  return dataKeys(object).some((key) => readDataValue(object, key)?.refused === true);
}

/** Sections in order of precedence. Kubernetes API: Secret.stringData, ConfigMap.binaryData. */
function sectionsOf(object: ManifestObject): readonly (readonly [string, 'base64' | 'plain'])[] {
  return object.kind === 'Secret'
    ? [
        ['stringData', 'plain'],
        ['data', 'base64'],
      ]
    : [
        ['binaryData', 'base64'],
        ['data', 'plain'],
      ];
}

function readEntry(
  key: string,
  value: JsonValue,
  field: FieldRef,
  encoding: 'base64' | 'plain',
): DataValue {
  if (value !== null && typeof value !== 'string') {
    const bytes = utf8(typeof value === 'object' ? '' : String(value));
    const found = Array.isArray(value)
      ? 'list'
      : typeof value === 'object'
        ? 'mapping'
        : typeof value;
    return build(key, bytes, field, encoding, [{ kind: 'not-text', found }], true);
  }
  const text = value ?? '';
  return encoding === 'base64' ? readBase64(key, text, field) : readPlain(key, text, field);
}

function readPlain(key: string, text: string, field: FieldRef): DataValue {
  const repaired = PEM_BEGIN.test(text) ? unescapeHtml(text) : text;
  const problems: DataProblem[] = repaired === text ? [] : [{ kind: 'html-escaped-pem', repaired }];
  return build(key, utf8(text), field, 'plain', problems, false);
}

function readBase64(key: string, text: string, field: FieldRef): DataValue {
  const decoded = decodeKubernetesBase64(text);
  if (decoded.ok) return readDecoded(key, decoded.bytes, field);
  if (PEM_BEGIN.test(text)) {
    const repaired = encodeBase64(utf8(text));
    const problem: DataProblem = { kind: 'plain-text', offset: decoded.offset, repaired };
    return build(key, utf8(text), field, 'base64', [problem], true);
  }
  const unescaped = unescapeHtml(text);
  const second = decodeKubernetesBase64(unescaped);
  if (second.ok) {
    const { offset } = decoded;
    const problem: DataProblem = { kind: 'html-escaped-base64', offset, repaired: unescaped };
    return build(key, second.bytes, field, 'base64', [problem], true);
  }
  const problem: DataProblem = { kind: 'not-base64', offset: decoded.offset };
  return build(key, utf8(text), field, 'base64', [problem], true);
}

/** Decoded bytes that are base64 of PEM again were encoded twice (`base64 | kubectl create secret`). */
function readDecoded(key: string, bytes: Uint8Array, field: FieldRef): DataValue {
  const text = textOf(bytes);
  const inner = /^[A-Za-z0-9+/=\r\n]+$/.test(text) ? decodeKubernetesBase64(text) : undefined;
  const twice = inner?.ok === true && PEM_BEGIN.test(textOf(inner.bytes));
  const problems: DataProblem[] = twice
    ? [{ kind: 'base64-twice', repaired: text.replace(/[\r\n]/g, '') }]
    : [];
  return build(key, bytes, field, 'base64', problems, false);
}

function withDuplicate(object: ManifestObject, value: DataValue): DataValue {
  const data = objectAt(object.value, ['data']);
  if (data === undefined || !Object.hasOwn(data, value.key)) return value;
  const other = { objectId: object.id, path: ['data', value.key] };
  return { ...value, problems: [...value.problems, { kind: 'in-both', other }], refused: true };
}

function build(
  key: string,
  bytes: Uint8Array,
  field: FieldRef,
  encoding: 'base64' | 'plain',
  problems: readonly DataProblem[],
  refused: boolean,
): DataValue {
  return { key, bytes, text: textOf(bytes), field, encoding, problems, refused };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}
