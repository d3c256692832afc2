import { parse } from 'yaml';
import type { ManifestObject } from '../../../../core/manifest/types.ts';
import { isFields, type Fields } from '../../json.ts';
import type { Disagreement, FormReader, Note, ReplayFile } from '../../types.ts';
import { objectsOf } from '../objects-of.ts';
import { differingRows, type Table } from '../tables.ts';
import { LEFT_OUT, predictedClusters, recordedClusters } from './cluster-rows.ts';
import type { KgatewayOutput } from './kgateway-output.ts';
import { predictedConditions } from './predicted-conditions.ts';
import { recordedConditions } from './recorded-conditions.ts';

/** The release line the recordings are of. */
const VERSION = '2.4';

/**
 * Outputs of kgateway's translator, `{Clusters, Statuses, …}`, and dumps of what it sends to Envoy, `{clusters,
 * endpoints, …}`. The input stands in the same folder without `-out`, or under `inputs` beside `outputs`, where
 * a folder `strict` says that Envoy validated the output (`KGW_VALIDATION_MODE`).
 */
export const kgatewayForm: FormReader = (file, all, note) => {
  if (isInput(file, all)) {
    if (!hasOutput(file, all)) note?.(`${file.path}: no output of it is recorded`);
    return [];
  }
  const output = outputOf(file);
  if (output === null) return null;
  const run = (told?: Note) => Promise.resolve(play(file, output, all, told));
  return [{ id: file.path, category: 'kgateway', run }];
};

function play(
  file: ReplayFile,
  output: KgatewayOutput,
  all: readonly ReplayFile[],
  note: Note | undefined,
): Disagreement | null {
  const inputs = inputPaths(file.path).map((path) => all.find((one) => one.path === path));
  const found = inputs.flatMap((input) => input ?? []);
  if (found.length < inputs.length) {
    const expected = inputPaths(file.path);
    return { id: file.path, expected, got: found.map(({ path }) => path) };
  }
  const objects = found.flatMap(({ text }, at) => objectsOf(text, `input-${String(at)}`));
  const mode = /[\\/]strict[\\/]/.test(file.path) ? STRICT : [];
  const tell: Note = (text) => note?.(`${file.path}: ${text}`);
  const given = recorded(output, tell);
  const ours = withoutLeftOut(predicted([...objects, ...mode], output), given);
  return differingRows(file.path, withoutLeftOut(given, ours), ours);
}

/** A cluster without hosts and one that is not there at all are the same to Envoy. */
function withoutLeftOut(table: Table, other: Table): Table {
  return new Map([...table].filter(([name, value]) => value !== LEFT_OUT || other.has(name)));
}

function recorded(output: KgatewayOutput, note: Note): Table {
  return new Map([...recordedClusters(output), ...recordedConditions(output, note)]);
}

function predicted(objects: readonly ManifestObject[], { statuses }: KgatewayOutput): Table {
  return new Map([
    ...predictedClusters(objects, VERSION),
    ...(statuses === undefined ? [] : predictedConditions(objects, VERSION)),
  ]);
}

/** The controller as it runs in that mode. */
const STRICT = objectsOf(
  `apiVersion: apps/v1
kind: Deployment
metadata: { name: kgateway, namespace: kgateway-system }
spec: { template: { spec: { containers: [{ env: [{ name: KGW_VALIDATION_MODE, value: STRICT }] }] } } }`,
  'controller',
);

function outputOf({ path, text }: ReplayFile): KgatewayOutput | null {
  if (!/\.ya?ml$/.test(path) || !/^(?:Clusters|clusters):$/m.test(text)) return null;
  const document: unknown = parse(text);
  if (!isFields(document)) return null;
  if (Array.isArray(document.Clusters) && 'Statuses' in document)
    return decoded(document.Clusters, document.Statuses);
  return Array.isArray(document.clusters) && 'listeners' in document
    ? decoded(document.clusters, undefined)
    : null;
}

function decoded(clusters: unknown, statuses: unknown): KgatewayOutput {
  return {
    clusters,
    ...(isFields(statuses) && { statuses }),
  } as Fields as unknown as KgatewayOutput;
}

/** Cases that upstream runs with a second input file. */
const SECOND_INPUT: readonly (readonly [RegExp, string])[] = [
  [/tlsroute-terminated/, 'tls-routing/tls-terminate.yaml'],
];

const OUTPUTS = /^(.*[\\/])?outputs[\\/](.*)$/;

function inputPaths(path: string): readonly string[] {
  const plain = path.replace(/-out\.(ya?ml)$/, '.$1');
  const [, root = '', rest] = OUTPUTS.exec(plain) ?? [];
  if (rest === undefined) return [plain];
  const others = SECOND_INPUT.flatMap(([pattern, input]) => (pattern.test(rest) ? [input] : []));
  const own = rest.replace(/([\\/])(?:standard|strict)[\\/]/, '$1');
  return [own, ...others].map((input) => `${root}inputs/${input}`);
}

/** Inputs are counted with their outputs; one under `inputs` may have none. */
function isInput({ path }: ReplayFile, all: readonly ReplayFile[]): boolean {
  const folder = /^(.*[\\/])?inputs[\\/]/.exec(path);
  return all.some((file) => {
    if (file.path === path || outputOf(file) === null) return false;
    const isUnder = folder !== null && file.path.startsWith(`${folder[1] ?? ''}outputs`);
    return isUnder || inputPaths(file.path).includes(path);
  });
}

function hasOutput({ path }: ReplayFile, all: readonly ReplayFile[]): boolean {
  return all.some(
    (file) => file.path !== path && inputPaths(file.path).includes(path) && outputOf(file) !== null,
  );
}
