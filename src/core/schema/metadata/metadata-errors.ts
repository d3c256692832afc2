import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import { invalid, required } from '../structural/admission-errors.ts';
import { isObject } from '../structural/json.ts';
import type { AdmissionError, KindDefinition } from '../types.ts';
import { qualifiedNameFault } from './qualified-name-fault.ts';

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const SUBDOMAIN_FAULT =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL_FAULT =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const VALUE_FAULT =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const LONGEST_ANNOTATIONS = 256 * 1024;

/**
 * Name, namespace, labels and annotations of an object that is created. Source: apimachinery
 * `pkg/api/validation/objectmeta.go` ValidateObjectMeta, `pkg/util/validation/validation.go`.
 */
export function metadataErrors(
  object: JsonObject,
  { namespaced }: KindDefinition,
): readonly AdmissionError[] {
  const { metadata } = object;
  if (!isObject(metadata)) return [];
  return [
    ...nameErrors(metadata),
    ...(namespaced ? namespaceErrors(metadata.namespace) : []),
    ...keyErrors(metadata.labels, ['metadata', 'labels']),
    ...labelValueErrors(metadata.labels),
    ...keyErrors(metadata.annotations, ['metadata', 'annotations']),
    ...annotationSizeErrors(metadata.annotations),
  ];
}

function nameErrors({ name, generateName }: JsonObject): readonly AdmissionError[] {
  const path = ['metadata', 'name'];
  if (typeof name !== 'string' || name === '') {
    return generateName === undefined ? [required(path, 'name or generateName is required')] : [];
  }
  const tooLong =
    name.length > 253 ? [invalid(path, name, 'must be no more than 253 characters')] : [];
  return SUBDOMAIN.test(name) ? tooLong : [...tooLong, invalid(path, name, SUBDOMAIN_FAULT)];
}

function namespaceErrors(namespace: JsonValue | undefined): readonly AdmissionError[] {
  const path = ['metadata', 'namespace'];
  if (typeof namespace !== 'string' || namespace === '') return [];
  const tooLong =
    namespace.length > 63 ? [invalid(path, namespace, 'must be no more than 63 characters')] : [];
  return LABEL.test(namespace) ? tooLong : [...tooLong, invalid(path, namespace, LABEL_FAULT)];
}

function keyErrors(map: JsonValue | undefined, path: FieldPath): readonly AdmissionError[] {
  const keys = isObject(map) ? Object.keys(map) : [];
  return keys.flatMap((key) =>
    // Annotation keys are checked in lower case.
    qualifiedNameFault(path.at(-1) === 'annotations' ? key.toLowerCase() : key).map((fault) =>
      invalid(path, key, fault),
    ),
  );
}

function labelValueErrors(labels: JsonValue | undefined): readonly AdmissionError[] {
  const path = ['metadata', 'labels'];
  return Object.values(isObject(labels) ? labels : {}).flatMap((value) => {
    if (typeof value !== 'string') return [];
    return [
      ...(value.length > 63 ? [invalid(path, value, 'must be no more than 63 characters')] : []),
      ...(LABEL_VALUE.test(value) ? [] : [invalid(path, value, VALUE_FAULT)]),
    ];
  });
}

function annotationSizeErrors(annotations: JsonValue | undefined): readonly AdmissionError[] {
  if (!isObject(annotations)) return [];
  const size = Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + key.length + (typeof value === 'string' ? value.length : 0),
    0,
  );
  if (size <= LONGEST_ANNOTATIONS) return [];
  const path = ['metadata', 'annotations'];
  const detail = `may not be more than ${String(LONGEST_ANNOTATIONS)} bytes`;
  return [{ type: 'TooLong', path, detail, message: `metadata.annotations: Too long: ${detail}` }];
}
