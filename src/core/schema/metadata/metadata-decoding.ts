import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import { isList, isObject } from '../structural/json.ts';
import type { AdmissionError } from '../types.ts';
import { objectMeta } from './object-meta.ts';

const KNOWN = new Set(Object.keys(objectMeta.properties ?? {}));

/** Fields of `metadata` that ObjectMeta does not have: dropped, and named by strict decoding. */
export function unknownMetadata({ metadata }: JsonObject): readonly FieldPath[] {
  if (!isObject(metadata)) return [];
  return Object.keys(metadata)
    .filter((key) => !KNOWN.has(key))
    .map((key) => ['metadata', key]);
}

/**
 * Labels and annotations that are no text, often `yes`, `on` or a number without quotes: the object is not decoded.
 * Source: Go `encoding/json` UnmarshalTypeError on metav1.ObjectMeta.
 */
export function metadataTypeErrors({ metadata }: JsonObject): readonly AdmissionError[] {
  if (!isObject(metadata)) return [];
  return ['labels', 'annotations'].flatMap((field) => {
    const map = metadata[field];
    if (!isObject(map)) return [];
    const wrong = Object.entries(map).find(([, one]) => typeof one !== 'string' && one !== null);
    if (wrong === undefined) return [];
    const [key, value] = wrong;
    const detail = `json: cannot unmarshal ${goType(value)} into Go struct field ObjectMeta.metadata.${field} of type string`;
    return [{ type: 'TypeInvalid', path: ['metadata', field, key], detail, message: detail }];
  });
}

function goType(value: JsonValue): string {
  if (typeof value === 'boolean') return 'bool';
  return isList(value) ? 'array' : typeof value;
}
