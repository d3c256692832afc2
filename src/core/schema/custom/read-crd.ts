import type { Finding } from '../../model/index.ts';
import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { KindDefinition, StructuralSchema } from '../types.ts';
import type { CelEngine } from './cel/cel-engine.ts';
import { startReading } from './crd/crd-reading.ts';
import type { CrdObject, CrdReading } from './crd/crd-reading.ts';
import { readRules } from './crd/read-rules.ts';
import { anything, readSchema } from './crd/read-schema.ts';
import type { CrdFindingCode } from './findings.ts';

/** A user's CRD as definitions of its kind. Not `ok`: it defines no kind, and the findings say why. */
export interface ReadCrd {
  readonly ok: boolean;
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly KindDefinition[];
  /**
   * What could not be used. It grows while objects are admitted, by rules that would take too long for a value:
   * read it last.
   */
  readonly findings: readonly Finding<CrdFindingCode>[];
}

/**
 * Reads a CustomResourceDefinition (`apiextensions.k8s.io/v1`).
 *
 * @param engine evaluates the rules; null reports each as not evaluated
 */
export function readCrd(object: CrdObject, engine: CelEngine | null): ReadCrd {
  const reading = startReading(object);
  const spec = mapOf(object.value.spec);
  const group = textOf(spec.group);
  const kind = textOf(mapOf(spec.names).kind);
  const list: readonly JsonValue[] = Array.isArray(spec.versions) ? spec.versions : [];
  const missing = group === '' ? 'spec.group' : kind === '' ? 'spec.names.kind' : null;
  const empty = missing ?? (list.length === 0 ? 'spec.versions' : null);
  if (empty !== null) {
    reading.report('CRD-NOT-READABLE', empty.split('.'), { field: empty, found: 'missing' });
    return { ok: false, group, kind, versions: [], findings: reading.findings };
  }
  const namespaced = spec.scope !== 'Cluster';
  const origin = { kind: 'custom' as const, objectId: object.id };
  const named = { group, kind, namespaced, origin };
  const versions = list.map((entry, index) => ({
    ...readVersion(mapOf(entry), group, kind, index, reading, engine),
    ...named,
  }));
  return { ok: true, group, kind, versions, findings: reading.findings };
}

type Version = Pick<
  KindDefinition,
  'version' | 'served' | 'schema' | 'deprecation' | 'statusSubresource'
>;

function readVersion(
  entry: JsonObject,
  group: string,
  kind: string,
  index: number,
  reading: CrdReading,
  engine: CelEngine | null,
): Version {
  const version = textOf(entry.name);
  const warning = textOf(entry.deprecationWarning);
  const deprecation = warning === '' ? `${group}/${version} ${kind} is deprecated` : warning;
  return {
    version,
    served: entry.served === true,
    schema: readVersionSchema(entry, version, index, reading, engine),
    ...(entry.deprecated === true && { deprecation }),
    ...(mapOf(entry.subresources).status !== undefined && { statusSubresource: true }),
  };
}

function readVersionSchema(
  entry: JsonObject,
  version: string,
  index: number,
  reading: CrdReading,
  engine: CelEngine | null,
): StructuralSchema {
  const path = ['spec', 'versions', index, 'schema', 'openAPIV3Schema'];
  const root = mapOf(entry.schema).openAPIV3Schema;
  if (root === undefined) {
    reading.report('CRD-VERSION-WITHOUT-SCHEMA', path.slice(0, 3), { version });
    return anything;
  }
  const { report } = reading;
  return readSchema(root, path, {
    reading,
    version,
    nodes: 0,
    rulesOf: (node, schema, place) => readRules(node, schema, place, { engine, report, version }),
  });
}

function mapOf(value: JsonValue | undefined): JsonObject {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as JsonObject) : {};
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
