import type { Assignment, Blob, MaterialRef, WorkspaceOptions } from '../model/index.ts';

/** Name and format of the file that carries what the user said and manifests cannot say. Read by `core/workspace`. */
export const SIDECAR_PATH = 'backend-tls-studio.json';
const SIDECAR_FORMAT = 'backend-tls-studio/1';

export interface SidecarInput {
  readonly assignments: readonly Assignment[];
  readonly options: WorkspaceOptions;
  readonly blobs: readonly Blob[];
  /** Namespace of the objects that name none, by path of the exported file. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** The sidecar's text; null when there is nothing that the manifests do not say already. */
export function sidecarText(input: SidecarInput): string | null {
  if (isDefault(input)) return null;
  const paths = new Map(input.blobs.map(({ id, path }) => [id, path]));
  const sidecar = {
    format: SIDECAR_FORMAT,
    assignments: input.assignments.map((assignment) => byPath(assignment, paths)),
    options: input.options,
    namespaces: input.namespaces,
  };
  return `${JSON.stringify(sidecar, null, 2)}\n`;
}

function isDefault({ assignments, options, namespaces }: SidecarInput): boolean {
  return (
    assignments.length === 0 &&
    Object.keys(namespaces).length === 0 &&
    options.at === null &&
    options.defaultNamespace === 'default' &&
    Object.keys(options.implementationOverrides).length === 0 &&
    Object.keys(options.versions).length === 0 &&
    options.crds === undefined
  );
}

/** Ids live as long as a page; in the file a dropped file is named by its path. */
function byPath(assignment: Assignment, paths: ReadonlyMap<string, string>): Assignment {
  const named = (ref: MaterialRef): MaterialRef =>
    ref.kind === 'blob' ? { ...ref, blobId: paths.get(ref.blobId) ?? ref.blobId } : ref;
  const { chain, key, clientCa, ...rest } = assignment;
  return {
    ...rest,
    ...(chain === undefined ? {} : { chain: named(chain) }),
    ...(key === undefined ? {} : { key: named(key) }),
    ...(clientCa === undefined ? {} : { clientCa: named(clientCa) }),
  };
}
