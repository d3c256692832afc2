import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import { atKey, invalid, required } from '../structural/admission-errors.ts';
import { isObject } from '../structural/json.ts';
import type { AdmissionError } from '../types.ts';

const KEY = /^[-._a-zA-Z0-9]+$/;
const KEY_FAULT =
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
};
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Keys of a Secret, its base64, and what its type needs. Source: ValidateSecret; Go `encoding/base64`. */
export function secretErrors(object: JsonObject): readonly AdmissionError[] {
  const undecodable = base64Errors(object, 'data');
  if (undecodable.length > 0) return undecodable;
  const data = { ...fields(object.data), ...fields(object.stringData) };
  const type = typeof object.type === 'string' ? object.type : '';
  const missing = (NEEDED[type] ?? []).filter((key) => !Object.hasOwn(data, key));
  return [...keyErrors(data, 'data'), ...missing.map((key) => atKey(required(['data', key])))];
}

/** Keys of a ConfigMap: well formed, and not in both maps. Source: ValidateConfigMap. */
export function configMapErrors(object: JsonObject): readonly AdmissionError[] {
  const undecodable = base64Errors(object, 'binaryData');
  if (undecodable.length > 0) return undecodable;
  const binary = fields(object.binaryData);
  const both = Object.keys(fields(object.data)).filter((key) => Object.hasOwn(binary, key));
  return [
    ...keyErrors(fields(object.data), 'data'),
    ...both.map((key) =>
      atKey(invalid(['data', key], key, 'duplicate of key present in binaryData')),
    ),
    ...keyErrors(binary, 'binaryData'),
  ];
}

function fields(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function keyErrors(data: JsonObject, field: string): readonly AdmissionError[] {
  return Object.keys(data).flatMap((key) => {
    const faults = [
      ...(key.length > 253 ? ['must be no more than 253 characters'] : []),
      ...(KEY.test(key) ? [] : [KEY_FAULT]),
      ...(key === '.' || key === '..' ? [`must not be '${key}'`] : []),
    ];
    return faults.map((fault) => atKey(invalid([field, key], key, fault)));
  });
}

/** The request fails as a whole, with where Go's decoder stopped; line ends are skipped. */
function base64Errors(object: JsonObject, field: string): readonly AdmissionError[] {
  return Object.entries(fields(object[field])).flatMap(([key, value]) => {
    if (typeof value !== 'string' || BASE64.test(value.replace(/[\r\n]/g, ''))) return [];
    const detail = `illegal base64 data at input byte ${String(stopsAt(value))}`;
    const path = [field, key];
    return [{ type: 'Invalid' as const, path, detail, message: detail }];
  });
}

/** First byte that is no base64, or the end when only padding is missing. */
function stopsAt(text: string): number {
  const bad = text.search(/[^A-Za-z0-9+/=\r\n]/);
  if (bad !== -1) return bad;
  const padding = text.indexOf('=');
  return padding === -1 ? text.length - (text.length % 4) : padding;
}
