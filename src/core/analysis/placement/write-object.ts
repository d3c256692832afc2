import { writeDataValue } from '../../fixes/index.ts';
import { indexObjects, readDataValue, resolve } from '../../gateway-api/index.ts';
import {
  appendDocument,
  insertKey,
  parseFile,
  type JsonObject,
  type ManifestObject,
} from '../../manifest/index.ts';
import type { TextEdit, Workspace, WorkspaceFile } from '../../model/index.ts';
import { encodeBase64, encodePem, inspectMaterial, isSelfIssued } from '../../pki/index.ts';
import { applyEdits } from '../../source/index.ts';
import type { Placement } from './types.ts';

/** Certificates and keys to be written, as PEM. `key` is secret. */
export interface PlacedMaterial {
  readonly chain: string;
  readonly key: string | null;
}

/** Writes material into the data keys of an object that is there; no edits when it is not, or cannot be written. */
export function writeIntoObject(
  workspace: Workspace,
  place: Placement,
  material: PlacedMaterial,
): readonly TextEdit[] {
  const found = objectsOf(workspace).find(({ key }) => key === place.targetKey);
  const file = workspace.files.find(({ id }) => id === found?.fileId);
  if (found === undefined || file === undefined) return [];
  let text = file.text;
  for (const [dataKey, pem] of entriesOf(place, material)) {
    // Each value is written into the text that the one before left: two new keys may need one new map.
    const object = parse(workspace, { ...file, text }).find(({ id }) => id === found.id);
    if (object === undefined) return [];
    const edits = writeValue(object, dataKey, pem, place);
    if (edits.length === 0) return [];
    text = applyEdits(text, edits);
  }
  return splice(file, text);
}

/** Writes the missing object behind the file of the object that names it. */
export function createObject(
  workspace: Workspace,
  place: Placement,
  material: PlacedMaterial,
): readonly TextEdit[] {
  const index = indexObjects(objectsOf(workspace));
  const { references } = resolve(index, { overrides: {} });
  const reference = references.find(({ target }) => target.key === place.targetKey);
  const from = reference && index.byId.get(reference.from.objectId);
  const file = workspace.files.find(({ id }) => id === from?.fileId);
  if (reference === undefined || file === undefined) return [];
  const { kind, name, namespace } = reference.target;
  const entries = entriesOf(place, material).map(([dataKey, pem]): [string, string] => [
    dataKey,
    kind === 'Secret' ? base64(pem) : pem,
  ]);
  const isPair = place.keys.certificate === 'tls.crt' && place.keys.key === 'tls.key';
  const type = isPair ? 'kubernetes.io/tls' : 'Opaque';
  const object: JsonObject = {
    apiVersion: 'v1',
    kind,
    metadata: { name, namespace },
    ...(kind === 'Secret' ? { type } : {}),
    data: Object.fromEntries(entries),
  };
  return appendDocument(file, object);
}

/** Winners come last: the later of two definitions is the one to write. */
function objectsOf(workspace: Workspace): readonly ManifestObject[] {
  return [
    ...indexObjects(workspace.files.flatMap((file) => parse(workspace, file))).byKey.values(),
  ];
}

function parse({ options }: Workspace, file: WorkspaceFile): readonly ManifestObject[] {
  return parseFile(file, { defaultNamespace: options.defaultNamespace }).objects;
}

function entriesOf(
  { keys }: Placement,
  { chain, key }: PlacedMaterial,
): readonly (readonly [dataKey: string, pem: string])[] {
  const { certificate, authority, key: keyName } = keys;
  return [
    ...(authority === undefined ? [] : [[authority, chain] as const]),
    ...(certificate === undefined ? [] : [[certificate, chain] as const]),
    ...(keyName === undefined || key === null ? [] : [[keyName, key] as const]),
  ];
}

function writeValue(
  object: ManifestObject,
  dataKey: string,
  pem: string,
  { part, effect }: Placement,
): readonly TextEdit[] {
  const value = readDataValue(object, dataKey);
  if (value === undefined)
    return insertKey(object, ['data'], dataKey, object.kind === 'Secret' ? base64(pem) : pem);
  return writeDataValue(object, value, withPart(value.text, pem, part, effect));
}

function withPart(
  held: string,
  pem: string,
  part: Placement['part'],
  effect: Placement['effect'],
): string {
  switch (part) {
    case 'identity':
      return pem;
    case 'authority':
      return effect === null ? pem : joined(held, pem);
    case 'chain':
      return behind(held, lacking(held, pem));
    default:
      return part satisfies never;
  }
}

/** The intermediate CAs that do not stand in the chain yet. */
function lacking(chain: string, added: string): string {
  const known = new Set(certificatesOf(chain).map(({ fingerprint }) => fingerprint));
  return certificatesOf(added)
    .filter((one) => !known.has(one.fingerprint) && !isSelfIssued(one))
    .map(({ der }) => encodePem('CERTIFICATE', der))
    .join('');
}

/** Every byte that is there stays. */
function behind(held: string, added: string): string {
  return `${held.endsWith('\n') || held === '' ? held : `${held}\n`}${added}`;
}

/** The bundle with the new CAs: those of the same name leave, all others stay. */
function joined(bundle: string, added: string): string {
  const names = new Set(certificatesOf(added).map(({ subject }) => subject.canonical));
  const held = certificatesOf(bundle);
  const kept = held.filter(({ subject }) => !names.has(subject.canonical));
  if (kept.length === held.length) return behind(bundle, added);
  return [...kept.map(({ der }) => encodePem('CERTIFICATE', der)), added].join('');
}

function certificatesOf(pem: string) {
  return inspectMaterial(pem, 'certificate').certificates.map(({ certificate }) => certificate);
}

function base64(pem: string): string {
  return encodeBase64(new TextEncoder().encode(pem));
}

/** The one range that differs between the file and its new text. */
function splice({ id, text }: WorkspaceFile, next: string): readonly TextEdit[] {
  if (text === next) return [];
  const most = Math.min(text.length, next.length);
  let start = 0;
  while (start < most && text[start] === next[start]) start += 1;
  let behind = 0;
  while (behind < most - start && text.at(-1 - behind) === next.at(-1 - behind)) behind += 1;
  const range = { start, end: text.length - behind };
  return [{ fileId: id, range, text: next.slice(start, next.length - behind) }];
}
