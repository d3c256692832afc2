import { parseFile } from '../manifest/index.ts';
import type { Workspace } from '../model/index.ts';
import { buildBundle, type ExportBundle, type ExportChoice } from './bundle.ts';
import { zipFiles } from './zip.ts';

/** What one choice would download: the files for the list, and the bytes for the disk. */
export interface PreparedExport extends ExportBundle {
  readonly download: {
    readonly name: string;
    readonly mediaType: 'application/yaml' | 'application/zip';
    readonly bytes: Uint8Array;
  };
}

/**
 * Prepares the download of a whole workspace. One file alone is downloaded as it is; more (a sidecar counts) as a zip.
 *
 * @param now the injected clock: the date of the files in a zip
 */
export function exportWorkspace(
  workspace: Workspace,
  choice: ExportChoice,
  now: number,
): PreparedExport {
  const { files, blobs, assignments, options } = workspace;
  const { defaultNamespace } = options;
  const parsed = files.map((file) => parseFile(file, { defaultNamespace }));
  const bundle = buildBundle({ parsed, blobs, assignments, options }, choice);
  const stem = fileStem(workspace.name);
  const [only, ...more] = bundle.files;
  const single = choice.format === 'one-file' && only !== undefined && more.length === 0;
  return {
    ...bundle,
    download: single
      ? { name: `${stem}.yaml`, mediaType: 'application/yaml', bytes: only.bytes }
      : {
          name: `${stem}.zip`,
          mediaType: 'application/zip',
          bytes: zipFiles(bundle.files, new Date(now)),
        },
  };
}

function fileStem(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return slug === '' ? 'backend-tls' : slug;
}
