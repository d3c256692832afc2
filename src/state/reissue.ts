import type { KeyTask } from '../core/certificates/types.ts';
import { studio } from './bindings.ts';
import { client } from './analysis-bindings.ts';
import { issueKeys } from './key-work.ts';
import type { Pending } from '../workers/index.ts';

/** A certificate that was issued again, and where it stands now. */
export interface Reissued {
  readonly places: readonly string[];
  /** Dropped files that could not be rewritten. */
  readonly left: readonly string[];
}

/**
 * Issues a certificate again and puts it, with its key where that is new, in place of the one before: one history entry.
 * The answer is null when the workspace changed meanwhile or a field cannot be written; it rejects as `issueKeys` does.
 *
 * @param certificateId fingerprint of the one before
 * @param work what is under way, present tense
 */
export function reissueInPlace(
  certificateId: string,
  task: KeyTask,
  { label, work }: { readonly label: string; readonly work: string },
): Pending<Reissued | null> {
  const { workspace } = studio.store.getState();
  const pending = issueKeys(work, task);
  const placed = async (): Promise<Reissued | null> => {
    const item = (await pending.answer).at(-1);
    if (item?.certificate === undefined) return null;
    const again = {
      certificate: item.certificate,
      ...(item.key === undefined ? {} : { key: item.key }),
    };
    const request = { kind: 'replace-certificate', workspace, certificateId, again } as const;
    const replaced = await client().ask<'replace-certificate'>(request).answer;
    if (replaced === null || studio.store.getState().workspace !== workspace) return null;
    const { files, blobs, places, left } = replaced;
    const nothing = { guides: [], setAside: [], assignments: [] };
    studio.update({ type: 'add', label, files, blobs, ...nothing });
    return { places, left };
  };
  return { answer: placed(), cancel: pending.cancel };
}
