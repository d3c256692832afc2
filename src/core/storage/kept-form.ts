import type { Workspace } from '../model/index.ts';
import { encodeBase64 } from '../pki/base64.ts';

/** Rises when a page that knows only the older form would read a newer one wrongly. */
export const KEPT_VERSION = 1;

/** The name before the version in every text that is kept. */
export const KEPT_FORMAT = 'backend-tls-studio-workspace';

/** A workspace as JSON text: bytes as base64, what was opened with a password left out. */
export function keptForm(workspace: Workspace, removed: number): string {
  const blobs = workspace.blobs.map(({ id, path, bytes, unlocked }) => ({
    id,
    path,
    base64: encodeBase64(bytes),
    ...(unlocked === undefined ? {} : { unlocked }),
  }));
  return JSON.stringify({
    format: `${KEPT_FORMAT}/${String(KEPT_VERSION)}`,
    removed,
    workspace: { ...workspace, blobs },
  });
}
