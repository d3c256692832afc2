import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import { invalid, notFound, required } from '../structural/admission-errors.ts';
import { isList, isObject } from '../structural/json.ts';
import type { AdmissionError } from '../types.ts';

/** Selector and template of Deployment, DaemonSet, StatefulSet. Source: `pkg/apis/apps/validation`. */
export function workloadErrors(object: JsonObject): readonly AdmissionError[] {
  const spec = fields(object.spec);
  const template = fields(spec.template);
  return [
    ...selectorErrors(spec, template),
    ...podSpecErrors(template.spec, ['spec', 'template', 'spec']),
  ];
}

/** What a Pod's own spec must have. */
export function podErrors(object: JsonObject): readonly AdmissionError[] {
  return podSpecErrors(object.spec, ['spec']);
}

function selectorErrors(spec: JsonObject, template: JsonObject): readonly AdmissionError[] {
  if (!isObject(spec.selector)) return [required(['spec', 'selector'])];
  const wanted = fields(spec.selector.matchLabels);
  const labels = fields(fields(template.metadata).labels);
  if (Object.entries(wanted).every(([key, value]) => labels[key] === value)) return [];
  const path = ['spec', 'template', 'metadata', 'labels'];
  const detail = '`selector` does not match template `labels`';
  const field = path.join('.');
  const text = `map[string]string{${Object.keys(labels)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(labels[key])}`)
    .join(', ')}}`;
  return [{ ...invalid(path, '', detail), message: `${field}: Invalid value: ${text}: ${detail}` }];
}

/** Containers with name and image, and mounts of volumes that exist. Source: ValidatePodSpec. */
function podSpecErrors(value: JsonValue | undefined, path: FieldPath): readonly AdmissionError[] {
  const spec = fields(value);
  const containers = objects(spec.containers);
  const volumes = new Set(objects(spec.volumes).map(({ name }) => name));
  const missing = containers.length === 0 ? [required([...path, 'containers'])] : [];
  return [
    ...missing,
    ...(['containers', 'initContainers'] as const).flatMap((field) =>
      objects(spec[field]).flatMap((one, index) =>
        containerErrors(one, [...path, field, index], volumes),
      ),
    ),
  ];
}

function containerErrors(
  { name, image, volumeMounts }: JsonObject,
  path: FieldPath,
  volumes: ReadonlySet<JsonValue | undefined>,
): readonly AdmissionError[] {
  const mounts = objects(volumeMounts).flatMap((mount, index) => {
    const at = [...path, 'volumeMounts', index];
    const known = typeof mount.name !== 'string' || volumes.has(mount.name);
    return [
      ...(known ? [] : [notFound([...at, 'name'], mount.name ?? '')]),
      ...(mount.mountPath ? [] : [required([...at, 'mountPath'])]),
    ];
  });
  return [
    ...(name ? [] : [required([...path, 'name'])]),
    ...(image ? [] : [required([...path, 'image'])]),
    ...mounts,
  ];
}

function fields(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}
