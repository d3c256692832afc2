import type { Assignment, WorkspaceOptions } from '../model/index.ts';

/** Name and format of the file that carries what the user said and manifests cannot say. */
export const SIDECAR_PATH = 'backend-tls-studio.json';
export const SIDECAR_FORMAT = 'backend-tls-studio/1';

export interface Sidecar {
  readonly format: typeof SIDECAR_FORMAT;
  readonly assignments: readonly Assignment[];
  readonly options: WorkspaceOptions;
}

/** The sidecar's text; empty when there is nothing that manifests do not say already. */
export function sidecarText(
  assignments: readonly Assignment[],
  options: WorkspaceOptions,
): string | null {
  const isDefault =
    assignments.length === 0 &&
    options.at === null &&
    options.defaultNamespace === 'default' &&
    Object.keys(options.implementationOverrides).length === 0 &&
    Object.keys(options.versions).length === 0;
  if (isDefault) return null;
  const sidecar: Sidecar = { format: SIDECAR_FORMAT, assignments, options };
  return `${JSON.stringify(sidecar, null, 2)}\n`;
}
