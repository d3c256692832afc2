import { splitDocuments } from '../manifest/index.ts';
import type { Workspace } from '../model/index.ts';
import { LIMITS } from '../source/index.ts';
import type { DroppedFile } from './dropped-file.ts';
import type { IdSource } from './ids.ts';
import { Intake } from './intake.ts';
import { skippedFolder, tidyPath } from './paths.ts';
import type { WorkspaceAddition } from './types.ts';

/**
 * Reads dropped, opened or pasted files and says what they add to a workspace. What a file is, is decided by its content:
 * manifests (YAML, JSON), guides, certificates and keys in any wrapping, the sidecar of an export, zip archives of all
 * that. What is none of it is set aside with the reason; nothing is left out silently.
 *
 * Files are taken in the order given (order is apply order), those of an archive in the order of its directory. The same
 * path with the same content is not added twice; another content gets a path of its own.
 *
 * Never throws on content. Bounds: `LIMITS`.
 */
export async function readDrop(
  files: readonly DroppedFile[],
  existing: Workspace,
  nextId: IdSource,
): Promise<WorkspaceAddition> {
  const intake = new Intake(existing, nextId, countDocuments(existing));
  const tidy = files.map((file) => ({ ...file, path: tidyPath(file.path) }));
  const wanted = withoutSkipped(tidy, intake);
  for (const file of wanted.slice(0, LIMITS.files)) await intake.take(file);
  if (wanted.length > LIMITS.files) intake.leaveRest(wanted.length);
  return intake.addition();
}

function countDocuments(workspace: Workspace): number {
  return workspace.files.reduce((count, file) => count + splitDocuments(file.text).length, 0);
}

/** One entry for a folder full of version control data, not thousands. */
function withoutSkipped(files: readonly DroppedFile[], intake: Intake): readonly DroppedFile[] {
  const skipped = new Map<string, { what: string; count: number }>();
  const wanted = files.filter(({ path }) => {
    const found = skippedFolder(path);
    if (found === null) return true;
    const entry = skipped.get(found.folder) ?? { what: found.what, count: 0 };
    skipped.set(found.folder, { ...entry, count: entry.count + 1 });
    return false;
  });
  for (const [folder, { what, count }] of skipped) intake.skipFolder(folder, what, count);
  return wanted;
}
