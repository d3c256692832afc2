import type { SetupDraft } from '../core/authoring/index.ts';
import type { Assignment, Blob, MaterialRef, Workspace } from '../core/model/index.ts';

type Said = Pick<SetupDraft['setup'], 'assignments' | 'blobs'>;

/**
 * The files that a setup brings, under paths that the workspace has free, with its assignments following. A file that only
 * assignments of the same targets name is replaced: the new setup takes the place of the old one. A file that is there already,
 * byte by byte, serves both. The id of a file that a
 * setup makes is its path.
 */
export function freeBlobs(
  { blobs, assignments }: Pick<Workspace, 'blobs' | 'assignments'>,
  setup: Said,
): Said {
  const replaced = new Set(setup.assignments.map(({ target }) => target));
  const staying = assignments.filter(({ target }) => !replaced.has(target));
  const kept = new Set(staying.flatMap(namedBlobIds));
  const taken = new Set(
    blobs.flatMap(({ id, path }) => (isReplaced(id, assignments, kept) ? [] : [id, path])),
  );
  const renamed = new Map(
    setup.blobs.map((blob) => {
      const isThere = blobs.some((one) => isSame(one, blob));
      return [blob.id, isThere ? blob.path : freeName(blob.path, taken)];
    }),
  );
  return {
    blobs: setup.blobs.map((blob) => under(blob, renamed.get(blob.id))),
    assignments: setup.assignments.map((one) => following(one, renamed)),
  };
}

/** Ids of the files that an assignment names. */
export function namedBlobIds({ chain, key, clientCa }: Assignment): readonly string[] {
  return [chain, key, clientCa].flatMap((ref) => (ref?.kind === 'blob' ? [ref.blobId] : []));
}

function isReplaced(
  id: string,
  assignments: readonly Assignment[],
  kept: ReadonlySet<string>,
): boolean {
  return !kept.has(id) && assignments.some((one) => namedBlobIds(one).includes(id));
}

function isSame(a: Blob, b: Blob): boolean {
  return (
    a.id === b.id &&
    a.bytes.length === b.bytes.length &&
    a.bytes.every((byte, index) => byte === b.bytes[index])
  );
}

function freeName(path: string, taken: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.');
  const numbered = (n: number): string =>
    n === 1 ? path : `${path.slice(0, dot)}-${String(n)}${path.slice(dot)}`;
  let n = 1;
  while (taken.has(numbered(n))) n += 1;
  return numbered(n);
}

function under(blob: Blob, name: string | undefined): Blob {
  return name === undefined || name === blob.path ? blob : { ...blob, id: name, path: name };
}

function following(assignment: Assignment, renamed: ReadonlyMap<string, string>): Assignment {
  const ref = (one: MaterialRef): MaterialRef =>
    one.kind === 'blob' ? { ...one, blobId: renamed.get(one.blobId) ?? one.blobId } : one;
  const { chain, key, clientCa } = assignment;
  return {
    ...assignment,
    ...(chain === undefined ? {} : { chain: ref(chain) }),
    ...(key === undefined ? {} : { key: ref(key) }),
    ...(clientCa === undefined ? {} : { clientCa: ref(clientCa) }),
  };
}
