import { conformanceRows } from '../../core/gateway-api/conformance/conformance-rows.ts';
import { baseObjects } from '../../core/gateway-api/conformance/base-objects.ts';
import { readObjectName } from '../../core/gateway-api/conformance/apply-changes.ts';
import { expectedColumns, playRow } from '../../core/gateway-api/conformance/play-row.ts';
import { suiteCertificates } from '../../core/gateway-api/conformance/suite-certificates.ts';
import { suiteObjects } from '../../core/gateway-api/conformance/suite-objects.ts';
import { stringAt } from '../../core/gateway-api/json.ts';
import type { ConformanceRow } from '../../core/gateway-api/conformance/types.ts';
import type { JsonObject, ManifestObject } from '../../core/manifest/types.ts';
import { recordedStatusRows } from './conformance-status.ts';
import { differingColumns } from './differing-columns.ts';
import { isFields, parseJson, rowsOf, type Fields } from './json.ts';
import { objectsOf } from './translator/objects-of.ts';
import type { Disagreement, FormReader, Note, ReplayCase, ReplayFile } from './types.ts';

/**
 * Manifests of the Gateway API's conformance suite, known by its namespaces. What is expected of a manifest stands in
 * a table of rows beside it, in its own `status`, or in the table of this project; one row is one case. What the suite
 * makes itself is made here, and its base is built in, unless it is among the files.
 */
export const conformanceForm: FormReader = (file, all, note) => {
  if (isTable(file)) return [];
  const objects = manifestOf(file);
  if (objects === null) return null;
  if (isBase(objects)) return [];
  const rows = rowsFor(file, objects, all, (text) => note?.(`${file.path}: ${text}`));
  if (rows.length === 0) return [unknownCase(file.path)];
  return rows.map((row) => caseOf(file, row, objects, all));
};

function caseOf(
  { path }: ReplayFile,
  row: ConformanceRow,
  objects: readonly ManifestObject[],
  all: readonly ReplayFile[],
): ReplayCase {
  const place = [row.object, row.under ?? row.listener, row.after].filter(Boolean).join(' ');
  const id = `${path}: ${place}`;
  const run = async () => {
    const base = all.flatMap((one) => baseOf(one));
    const setup = [...baseObjects, ...base, ...(await generated()), ...objects.map(valueOf)];
    return differingColumns(id, expectedColumns(row), playRow(setup, row));
  };
  return { id, category: 'conformance', run };
}

/** Dates are looked at by no condition, so every run issues for the same year. */
const ISSUED = Date.UTC(2026, 0, 1);
let made: Promise<readonly JsonObject[]> | undefined;

function generated(): Promise<readonly JsonObject[]> {
  made ??= suiteCertificates(globalThis.crypto, ISSUED).then(suiteObjects);
  return made;
}

/** The objects of a YAML file when one of the Gateway API's is in a namespace of the suite. */
function manifestOf({ path, text }: ReplayFile): readonly ManifestObject[] | null {
  if (!/\.ya?ml$/.test(path) || !text.includes('gateway-conformance-')) return null;
  const objects = objectsOf(text, path);
  const ofSuite = objects.some(
    ({ group, namespace }) =>
      group === 'gateway.networking.k8s.io' && namespace.startsWith('gateway-conformance-'),
  );
  return ofSuite ? objects : null;
}

/** The base makes the namespaces of the suite. */
function isBase(objects: readonly ManifestObject[]): boolean {
  return objects.some(
    ({ kind, name }) => kind === 'Namespace' && name.startsWith('gateway-conformance-'),
  );
}

function baseOf(file: ReplayFile): readonly JsonObject[] {
  const objects = manifestOf(file) ?? [];
  return isBase(objects) ? objects.map(valueOf) : [];
}

function rowsFor(
  file: ReplayFile,
  objects: readonly ManifestObject[],
  all: readonly ReplayFile[],
  note: Note,
): readonly ConformanceRow[] {
  const name = file.path.split(/[\\/]/).at(-1) ?? '';
  const beside = all.flatMap((one) => tableOf(one)).filter(({ manifest }) => manifest === name);
  if (beside.length > 0) return beside;
  const recorded = recordedStatusRows(name, objects);
  if (recorded.length > 0) return recorded;
  const named = conformanceRows.filter(({ manifest }) => manifest === name);
  if (named.length === 0) return rowsByContent(objects);
  const has = hasObject(objects);
  for (const row of named.filter((one) => !has(one)))
    note(`${row.object}, which this version of the manifest does not have`);
  return named.filter(has);
}

/** Whether a row is about an object of the manifest or of the base: releases differ in them. */
function hasObject(objects: readonly ManifestObject[]): (row: ConformanceRow) => boolean {
  const names = new Set([...objects.map(valueOf), ...baseObjects].map(nameOf));
  return ({ object }) => names.has(Object.values(readObjectName(object)).join('/'));
}

/** The rows of the one manifest of the suite whose objects are all there: a file may have been renamed. */
function rowsByContent(objects: readonly ManifestObject[]): readonly ConformanceRow[] {
  const has = hasObject(objects);
  const manifests = [...new Set(conformanceRows.map(({ manifest }) => manifest))].filter((name) =>
    conformanceRows.filter(({ manifest }) => manifest === name).every(has),
  );
  return manifests.length === 1
    ? conformanceRows.filter(({ manifest }) => manifest === manifests[0])
    : [];
}

/** `Kind/namespace/name`, as {@link readObjectName} reads a row. */
function nameOf(object: JsonObject): string {
  const paths = [['kind'], ['metadata', 'namespace'], ['metadata', 'name']];
  return paths.map((path) => stringAt(object, path) ?? '').join('/');
}

function isTable(file: ReplayFile): boolean {
  return tableOf(file).length > 0;
}

/** `[{manifest, object, conditions…}]`, as the table of this project. */
function tableOf({ text }: ReplayFile): readonly ConformanceRow[] {
  if (!text.startsWith('[')) return [];
  return rowsOf(parseJson(text)).filter(isRow);
}

function isRow(row: Fields): row is Fields & ConformanceRow {
  const asks = isFields(row.conditions) || typeof row.attachedRoutes === 'number';
  return typeof row.manifest === 'string' && typeof row.object === 'string' && asks;
}

function unknownCase(id: string): ReplayCase {
  const expected = 'conditions in a table beside it, in its status, or in the table of this build';
  const answer: Disagreement = { id, expected, got: 'none of them names this manifest' };
  return { id, category: 'conformance', run: () => Promise.resolve(answer) };
}

function valueOf({ value }: ManifestObject): JsonObject {
  return value;
}
