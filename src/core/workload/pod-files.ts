import {
  booleanAt,
  dataKeys,
  itemsAt,
  objectAt,
  objectKey,
  readDataValue,
  stringAt,
  type DataValue,
  type ObjectIndex,
} from '../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';

/** One file that a container finds, and the key it comes from. */
export interface PodFile {
  readonly path: string;
  readonly object: ManifestObject;
  readonly value: DataValue;
}

/** What a path of a container leads to. */
export type PodPath =
  | { readonly kind: 'file'; readonly file: PodFile }
  /** Mounted from a Secret or ConfigMap, which has no such file. */
  | { readonly kind: 'absent'; readonly volume: string }
  /** The Secret or ConfigMap of the volume is not among the files. */
  | { readonly kind: 'missing-object'; readonly volume: string; readonly object: string }
  /** From a volume or image layer that manifests do not show. */
  | { readonly kind: 'not-shown'; readonly from: string };

/** A key that `items` names and the object does not have: the kubelet does not start the pod. */
export interface MissingKey {
  readonly object: ManifestObject;
  readonly key: string;
  readonly field: FieldPath;
}

/** A data key that would become a file which is not there. */
export interface LackedKey {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly objectKey: string;
  readonly dataKey: string;
  /** `items` of the volume name the key; without them it is called like the file. */
  readonly isMapped: boolean;
  readonly isObjectMissing: boolean;
}

/** The files that Secret, ConfigMap and projected volumes put into one container. */
export interface PodFiles {
  readonly read: (path: string) => PodPath;
  /** Every data key that would make a file of this path; none for a file that is there and for what no manifest fills. */
  readonly lacking: (path: string) => readonly LackedKey[];
  /** Absolute paths of every mounted file, sorted. */
  readonly paths: readonly string[];
  readonly missingKeys: readonly MissingKey[];
}

interface Volume {
  readonly name: string;
  /** Relative path → file; undefined for volumes whose content manifests do not show. */
  readonly files?: ReadonlyMap<string, Omit<PodFile, 'path'>>;
  readonly missingObject?: string;
  readonly missingKeys: readonly MissingKey[];
  readonly sources: readonly SourceFiles[];
  readonly type: string;
}

interface Mount {
  readonly path: string;
  readonly subPath: string;
  readonly volume: Volume | undefined;
}

/**
 * Follows the volume mounts of a container: `items`, `subPath`, projected sources, and of two mounts the one
 * with the longer path.
 *
 * @param pod the workload object
 * @param podSpec path of the pod spec inside it
 * @param container the container's value
 * @see Kubernetes API: Volume, VolumeMount
 */
export function podFiles(
  index: ObjectIndex,
  pod: ManifestObject,
  podSpec: FieldPath,
  container: JsonValue,
): PodFiles {
  const volumes = new Map(
    itemsAt(objectAt(pod.value, podSpec), ['volumes']).map((entry, at) => {
      const volume = readVolume(index, pod, entry, [...podSpec, 'volumes', at]);
      return [volume.name, volume];
    }),
  );
  const mounts = itemsAt(container, ['volumeMounts']).flatMap((entry): Mount[] => {
    const path = stringAt(entry, ['mountPath']);
    const name = stringAt(entry, ['name']) ?? '';
    const subPath = trimSlashes(stringAt(entry, ['subPath']) ?? '');
    return path === undefined
      ? []
      : [{ path: cleanPath(path), subPath, volume: volumes.get(name) }];
  });
  const read = (path: string): PodPath => readPath(mounts, cleanPath(path));
  const paths = mounts
    .flatMap(mountedPaths)
    .filter((path) => read(path).kind === 'file')
    .sort();
  const mounted = mounts.flatMap(({ volume }) => volume?.missingKeys ?? []);
  const lacking = (path: string) => lackedKeys(mounts, cleanPath(path));
  return { read, lacking, paths: [...new Set(paths)], missingKeys: [...new Set(mounted)] };
}

/**
 * The Secrets and ConfigMaps that the volumes of a pod name, undefined for each that is not among the files. Together with
 * the workload they decide everything that {@link podFiles} tells.
 */
export function mountedObjects(
  index: ObjectIndex,
  pod: ManifestObject,
  podSpec: FieldPath,
): readonly (ManifestObject | undefined)[] {
  return itemsAt(objectAt(pod.value, podSpec), ['volumes']).flatMap((entry) =>
    sourcesOf(entry, []).map((source) => sourceObject(index, pod, source)),
  );
}

function readPath(mounts: readonly Mount[], path: string): PodPath {
  const covering = coveringMount(mounts, path);
  if (covering === undefined) return { kind: 'not-shown', from: 'the container image' };
  const { volume } = covering;
  if (volume === undefined) return { kind: 'not-shown', from: 'a volume that is not declared' };
  if (volume.missingObject !== undefined)
    return { kind: 'missing-object', volume: volume.name, object: volume.missingObject };
  if (volume.files === undefined)
    return { kind: 'not-shown', from: `volume ${volume.name} (${volume.type})` };
  const found = volume.files.get(pathInVolume(covering, path));
  return found === undefined
    ? { kind: 'absent', volume: volume.name }
    : { kind: 'file', file: { ...found, path } };
}

function coveringMount(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts
    .filter((mount) => path === mount.path || path.startsWith(withSlash(mount.path)))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

function pathInVolume(mount: Mount, path: string): string {
  const inside = trimSlashes(path.slice(mount.path.length));
  return [mount.subPath, inside].filter((part) => part !== '').join('/');
}

function lackedKeys(mounts: readonly Mount[], path: string): readonly LackedKey[] {
  const covering = coveringMount(mounts, path);
  if (covering?.volume === undefined) return [];
  const { sources } = covering.volume;
  const relative = pathInVolume(covering, path);
  if (sources.some(({ files }) => files.has(relative))) return [];
  return sources.flatMap(({ holder, items, missing }): LackedKey[] => {
    const mapped = items.find((item) => item.path === relative)?.key;
    const dataKey = items.length === 0 && DATA_KEY.test(relative) ? relative : mapped;
    if (dataKey === undefined || dataKey === '') return [];
    return [{ ...holder, dataKey, isMapped: items.length > 0, isObjectMissing: missing }];
  });
}

/** Kubernetes `IsConfigMapKey`, without the two names of folders. */
const DATA_KEY = /^(?!\.{1,2}$)[-._a-zA-Z0-9]+$/;

function mountedPaths({ path, subPath, volume }: Mount): readonly string[] {
  return [...(volume?.files?.keys() ?? [])].flatMap((relative) => {
    if (subPath === '') return [withSlash(path) + relative];
    if (relative === subPath) return [path];
    return relative.startsWith(`${subPath}/`) ? [path + relative.slice(subPath.length)] : [];
  });
}

function readVolume(
  index: ObjectIndex,
  pod: ManifestObject,
  entry: JsonValue,
  field: FieldPath,
): Volume {
  const name = stringAt(entry, ['name']) ?? '';
  const sources = sourcesOf(entry, field).map((source) => readSource(index, pod, source));
  const type = Object.keys(objectAt(entry, []) ?? {}).find((key) => key !== 'name') ?? 'emptyDir';
  const missingKeys = sources.flatMap((source) => source.missingKeys);
  const missing = sources.find(({ missingObject }) => missingObject !== undefined)?.missingObject;
  if (missing !== undefined) return { name, type, missingKeys, sources, missingObject: missing };
  const projected = objectAt(entry, ['projected']) !== undefined;
  if (sources.length === 0 && !projected) return { name, type, missingKeys, sources };
  const files = new Map(sources.flatMap((source) => [...source.files]));
  return { name, type, missingKeys, sources, files };
}

interface Source {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly value: JsonValue;
  readonly nameKey: string;
  readonly field: FieldPath;
}

function sourcesOf(entry: JsonValue, field: FieldPath): readonly Source[] {
  const direct = [
    ...sourceAt(entry, field, 'secret', 'Secret', 'secretName'),
    ...sourceAt(entry, field, 'configMap', 'ConfigMap', 'name'),
  ];
  const projected = itemsAt(entry, ['projected', 'sources']).flatMap((source, at) => {
    const path = [...field, 'projected', 'sources', at];
    return [
      ...sourceAt(source, path, 'secret', 'Secret', 'name'),
      ...sourceAt(source, path, 'configMap', 'ConfigMap', 'name'),
    ];
  });
  return [...direct, ...projected];
}

function sourceAt(
  owner: JsonValue,
  field: FieldPath,
  key: string,
  kind: Source['kind'],
  nameKey: string,
): Source[] {
  const value = objectAt(owner, [key]);
  return value === undefined ? [] : [{ kind, value, nameKey, field: [...field, key] }];
}

interface SourceFiles {
  readonly files: ReadonlyMap<string, Omit<PodFile, 'path'>>;
  readonly missingObject?: string;
  readonly missingKeys: readonly MissingKey[];
  readonly holder: Pick<LackedKey, 'kind' | 'objectKey'>;
  /** Which key becomes which file; empty when each becomes the file of its name. */
  readonly items: readonly { readonly key: string; readonly path: string }[];
  /** Not among the files, optional or not. */
  readonly missing: boolean;
}

function sourceObject(
  index: ObjectIndex,
  pod: ManifestObject,
  source: Source,
): ManifestObject | undefined {
  return index.byKey.get(keyOfSource(pod, source));
}

function keyOfSource({ namespace }: ManifestObject, { kind, value, nameKey }: Source): string {
  return objectKey('', kind, namespace, stringAt(value, [nameKey]) ?? '');
}

function readSource(index: ObjectIndex, pod: ManifestObject, source: Source): SourceFiles {
  const name = stringAt(source.value, [source.nameKey]) ?? '';
  const object = sourceObject(index, pod, source);
  const optional = booleanAt(source.value, ['optional']) === true;
  const items = itemsOf(source);
  const holder = { kind: source.kind, objectKey: keyOfSource(pod, source) };
  if (object === undefined) {
    const missingObject = `${source.kind} ${name}`;
    const nothing = { files: new Map(), missingKeys: [], holder, items, missing: true };
    return { ...nothing, ...(optional ? {} : { missingObject }) };
  }
  const wanted =
    items.length === 0
      ? dataKeys(object).map((key) => ({ key, path: key, field: source.field }))
      : items;
  const files = new Map<string, Omit<PodFile, 'path'>>();
  const missingKeys: MissingKey[] = [];
  for (const { key, path, field } of wanted) {
    const value = readDataValue(object, key);
    if (value !== undefined) files.set(path, { object, value });
    else if (!optional) missingKeys.push({ object, key, field });
  }
  return { files, missingKeys, holder, items, missing: false };
}

function itemsOf({ value, field }: Source) {
  return itemsAt(value, ['items']).map((item, at) => ({
    key: stringAt(item, ['key']) ?? '',
    path: trimSlashes(stringAt(item, ['path']) ?? ''),
    field: [...field, 'items', at, 'key'],
  }));
}

/** `/a//b/./c/` → `/a/b/c`; `..` is resolved. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
