import { isObject, itemsAt, numberAt, objectKey, stringAt, valueAt } from '../gateway-api/index.ts';
import type { JsonObject } from '../manifest/types.ts';
import { readObjectKey } from './find-object.ts';
import { usualGatewayClass } from './gateway-class.ts';
import { nameFault } from './name-fault.ts';
import type { NamingField } from './naming-field.ts';
import { namingFields } from './naming-fields.ts';
import { placeDocument } from './new-documents.ts';
import { isNewKind, newManifest } from './new-manifest.ts';
import { edited, refused } from './outcome.ts';
import type { EditOutcome, EditSource } from './types.ts';

/**
 * Writes the object that fields name and no file has: of that kind and name, in that namespace, behind the file of who names
 * it, with the keys, ports and listeners that are asked of it.
 */
export function createMissing(source: EditSource, key: string): EditOutcome {
  const target = readObjectKey(key);
  if (target === null) return refused('There is no such object.');
  const { group, kind, namespace, name } = target;
  if (source.index.byKey.has(key)) return refused(`There is a ${kind} ${name} already.`);
  if (!isNewKind(group, kind))
    return refused(`What a ${kind} needs is not known here. Write it in the YAML.`);
  const fault = nameFault(name, target, undefined, source);
  if (fault !== null) return refused(fault);
  const fields = namingFields(source, key);
  const manifest = newManifest(kind, name, namespace, usualGatewayClass(source, null));
  const asked = { ...manifest, ...askedOf(kind, fields) };
  const [first] = fields;
  const stem = `${kind.toLowerCase()}-${name}`;
  const placed = placeDocument(source, asked, namespace, first?.object.fileId, stem);
  const label = `Create ${kind} ${name}`;
  return edited({ label, ...placed, selects: objectKey(group, kind, namespace, name) });
}

/** What those that name the object want of it; empty where the least will do. */
function askedOf(kind: string, fields: readonly NamingField[]): JsonObject {
  switch (kind) {
    case 'ConfigMap':
      return isTrust(fields) ? {} : { data: emptyData(askedKeys(fields)) };
    case 'Secret':
      return askedOfSecret(fields);
    case 'Service':
      return askedPorts(fields);
    default:
      return {};
  }
}

/** A pair under its usual names, unless something else is taken out of it. */
function askedOfSecret(fields: readonly NamingField[]): JsonObject {
  if (isTrust(fields)) return { type: 'Opaque', data: { 'ca.crt': '' } };
  const keys = askedKeys(fields);
  return keys.every((key) => key === 'tls.crt' || key === 'tls.key')
    ? {}
    : { type: 'Opaque', data: emptyData(keys) };
}

/** Named as what certificates have to come from. Without a namer it is taken to be one. */
function isTrust(fields: readonly NamingField[]): boolean {
  return fields.length === 0 || fields.some(({ path }) => path.includes('caCertificateRefs'));
}

/** The keys that volumes and variables take out of it. */
function askedKeys(fields: readonly NamingField[]): readonly string[] {
  return fields.flatMap(({ object: { value }, path, namePath = path }) => {
    const holder = namePath.slice(0, -1);
    const ofItems = itemsAt(value, [...holder, 'items']).map((item) => stringAt(item, ['key']));
    return [stringAt(value, [...holder, 'key']), ...ofItems].filter((key) => key !== undefined);
  });
}

function emptyData(keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.map((key) => [key, '']));
}

function askedPorts(fields: readonly NamingField[]): JsonObject {
  const ports = fields.flatMap(({ object, path }) => {
    const reference = valueAt(object.value, path);
    return isObject(reference) ? (numberAt(reference, ['port']) ?? []) : [];
  });
  const once = [...new Set(ports)];
  if (once.length === 0) return {};
  return { spec: { ports: once.map((port) => ({ name: `port-${String(port)}`, port })) } };
}
