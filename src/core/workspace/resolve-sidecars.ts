import type { Assignment, Blob, MaterialRef, WorkspaceOptions } from '../model/index.ts';
import { readSidecar } from './sidecar.ts';

export interface FoundSidecar {
  readonly path: string;
  readonly text: string;
}

export interface ResolvedSidecars {
  readonly assignments: readonly Assignment[];
  readonly options: Partial<WorkspaceOptions> | null;
  /** By id of the file. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly leftOut: readonly LeftOut[];
}

/** What a sidecar says and could not be used: all of it (`BROKEN`) or a part. */
export interface LeftOut {
  readonly path: string;
  readonly code: 'WORKSPACE-SIDECAR-BROKEN' | 'WORKSPACE-SIDECAR-PARTLY';
  readonly why: string;
}

/**
 * Turns the paths of sidecar files into the ids that the files of this drop (or of the workspace) have got.
 * Assignments whose dropped file is not there keep the rest of what they say, and the gap is named.
 */
export function resolveSidecars(
  sidecars: readonly FoundSidecar[],
  blobs: readonly Blob[],
  idByPath: ReadonlyMap<string, string>,
): ResolvedSidecars {
  const assignments: Assignment[] = [];
  const namespaces = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const options: Partial<WorkspaceOptions>[] = [];
  const blobId = (ref: string): string | null =>
    idByPath.get(ref) ?? blobs.find((blob) => blob.path === ref || blob.id === ref)?.id ?? null;
  for (const { path, text } of sidecars) {
    const content = readSidecar(text);
    if (typeof content === 'string') {
      leftOut.push({ path, code: 'WORKSPACE-SIDECAR-BROKEN', why: content });
      continue;
    }
    const whys = [...content.leftOut];
    options.push(content.options);
    for (const assignment of content.assignments) {
      const { resolved, missing } = resolve(assignment, blobId);
      assignments.push(resolved);
      whys.push(...missing.map((name) => missingWords(name, assignment)));
    }
    leftOut.push(...whys.map((why) => ({ path, code: 'WORKSPACE-SIDECAR-PARTLY' as const, why })));
    for (const [filePath, namespace] of Object.entries(content.namespaces)) {
      const id = idByPath.get(filePath);
      if (id !== undefined) namespaces.set(id, namespace);
    }
  }
  return {
    assignments,
    options: options.length === 0 ? null : mergeOptions(options),
    namespaces,
    leftOut,
  };
}

function missingWords(name: string, { target }: Assignment): string {
  return `${name}, which ${target} presents or trusts, is not among the files`;
}

function mergeOptions(all: readonly Partial<WorkspaceOptions>[]): Partial<WorkspaceOptions> {
  return all.reduce((merged, one) => ({ ...merged, ...one }), {});
}

function resolve(
  assignment: Assignment,
  blobId: (ref: string) => string | null,
): { readonly resolved: Assignment; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const { chain, key, clientCa, ...rest } = assignment;
  const follow = (ref: MaterialRef | undefined): MaterialRef | null => {
    if (ref?.kind !== 'blob') return ref ?? null;
    const id = blobId(ref.blobId);
    if (id === null) missing.push(ref.blobId);
    return id === null ? null : { kind: 'blob', blobId: id };
  };
  const [newChain, newKey, newCa] = [follow(chain), follow(key), follow(clientCa)];
  const resolved = {
    ...rest,
    ...(newChain === null ? {} : { chain: newChain }),
    ...(newKey === null ? {} : { key: newKey }),
    ...(newCa === null ? {} : { clientCa: newCa }),
  };
  return { resolved, missing };
}
