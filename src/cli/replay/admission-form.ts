import { admit } from '../../core/schema/admit.ts';
import { messageClass } from '../../core/schema/message-class.ts';
import { fieldText } from '../../core/schema/structural/field-text.ts';
import type {
  AdmissionResult,
  AdmissionSettings,
  GatewayApiVersion,
} from '../../core/schema/types.ts';
import { parseFile } from '../../core/manifest/parse-file.ts';
import type { ManifestObject } from '../../core/manifest/types.ts';
import { parseJson, rowsOf, textOf, type Fields } from './json.ts';
import type { Disagreement, FormReader, ReplayFile } from './types.ts';

const RELEASES: readonly GatewayApiVersion[] = ['1.3', '1.4', '1.5', '1.6'];

/**
 * `[{file, gvk, name, result, pruned, errors}]`: what the API server said about each document of the files that `file`
 * names, which are among the files given. The channel is that of the row, else of the file's name, else standard.
 */
export const admissionForm: FormReader = (file, all) => {
  const rows = rowsOf(parseJson(file.text)).filter((row) => 'gvk' in row && 'result' in row);
  if (rows.length === 0) return isAskedAbout(file, all) ? [] : null;
  const documents = new Map<string, readonly ManifestObject[]>();
  const read = (name: string) => {
    const known = documents.get(name) ?? objectsOf(name, all);
    documents.set(name, known);
    return known;
  };
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const id = rowId(row);
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    const settings = settingsOf(row, file.path);
    return {
      id: `${settings.channel} ${id}`,
      category: 'admission',
      run: () => Promise.resolve(play(row, settings, read(textOf(row.file) ?? ''), nth)),
    };
  });
};

/** A manifest that the rows of another file are about. */
function isAskedAbout({ path }: ReplayFile, all: readonly ReplayFile[]): boolean {
  const name = baseName(path);
  return all.some(
    ({ text }) =>
      text.trimStart().startsWith('[') &&
      rowsOf(parseJson(text)).some((row) => 'gvk' in row && row.file === name),
  );
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function rowId(row: Fields): string {
  return [row.file, row.gvk, row.name].map((part) => textOf(part) ?? '').join(' ');
}

function settingsOf(row: Fields, path: string): AdmissionSettings {
  const channel = textOf(row.channel) ?? baseName(path);
  const release = textOf(row.gatewayApi);
  return {
    channel: channel.includes('experimental') ? 'experimental' : 'standard',
    gatewayApi: RELEASES.find((one) => release?.includes(one)) ?? '1.6',
  };
}

function objectsOf(name: string, all: readonly ReplayFile[]): readonly ManifestObject[] {
  const file = all.find(({ path }) => baseName(path) === name);
  if (file === undefined) return [];
  const source = { id: file.path, path: file.path, text: file.text };
  return parseFile(source, { defaultNamespace: 'default' }).objects;
}

function play(
  row: Fields,
  settings: AdmissionSettings,
  objects: readonly ManifestObject[],
  nth: number,
): Disagreement | null {
  const id = `${settings.channel} ${rowId(row)}`;
  const object = objects.filter((one) => typeText(one) === row.gvk && one.name === row.name)[nth];
  if (object === undefined) {
    return { id, expected: 'the document that the row is about', got: 'it is not among the files' };
  }
  const expected = { result: row.result, pruned: texts(row.pruned), errors: texts(row.errors) };
  const answer = admit(object, settings);
  const got = {
    result: resultOf(answer),
    pruned: answer.unknownFields.map(fieldText).sort(),
    errors: schemaErrors(answer),
  };
  return comparable(expected) === comparable(got) ? null : { id, expected, got };
}

function typeText({ group, version, kind }: ManifestObject): string {
  return [...(group === '' ? [] : [group]), version, kind].join('/');
}

/** The recorder asked the CRD's schema and rules; names, labels and annotations it did not look at. */
function schemaErrors({ errors }: AdmissionResult): readonly string[] {
  return errors.filter(({ path }) => path?.[0] !== 'metadata').map(({ message }) => message);
}

function resultOf(answer: AdmissionResult): string {
  if (answer.status === 'not-served' || answer.status === 'unknown-kind') return 'NOT-SERVED';
  return schemaErrors(answer).length === 0 ? 'OK' : 'REJECTED';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The server's order of errors is that of a Go map, and some words vary by Kubernetes minor. */
function comparable(answer: {
  readonly result: unknown;
  readonly pruned: readonly string[];
  readonly errors: readonly string[];
}): string {
  return JSON.stringify([
    answer.result,
    [...answer.pruned].sort(),
    answer.errors.map(messageClass).sort(),
  ]);
}
