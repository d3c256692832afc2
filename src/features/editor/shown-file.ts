import type { Analysis, ObjectSummary } from '../../core/analysis/types.ts';
import type { Guide, WorkspaceFile } from '../../core/model/index.ts';
import type { ViewState } from '../../state/index.ts';
import type { ChosenFile } from './use-chosen-file.ts';

/** What the editor shows: a file, or a guide that can only be read. */
export interface EditorFile {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly readOnly: boolean;
}

/** The file to show: the one revealed or chosen last, else that of what is selected, else the first. */
export function shownFile(from: {
  readonly files: readonly WorkspaceFile[];
  readonly guides: readonly Guide[];
  readonly reveal: ViewState['reveal'];
  readonly selectedFileId: string | null;
  /** `nonce`: the reveal that was the newest when the user chose. */
  readonly chosen: ChosenFile | null;
  /** Files of a variant can only be read. */
  readonly readOnly?: boolean;
}): EditorFile | null {
  const { files, guides, reveal, selectedFileId, chosen, readOnly = false } = from;
  const all: readonly EditorFile[] = [
    ...files.map((file) => ({ ...file, readOnly })),
    ...guides.map((guide) => ({ ...guide, readOnly: true })),
  ];
  const find = (id: string | null | undefined) => all.find((file) => file.id === id);
  const chosenLast = chosen !== null && chosen.nonce >= (reveal?.nonce ?? 0);
  return (
    (chosenLast ? find(chosen.fileId) : find(reveal?.fileId)) ??
    find(chosen?.fileId) ??
    find(selectedFileId) ??
    all[0] ??
    null
  );
}

/** The object whose document the offset lies in. */
export function objectAt(
  analysis: Analysis | null,
  fileId: string,
  offset: number,
): ObjectSummary | null {
  return (
    analysis?.objects.find(
      ({ at }) => at.fileId === fileId && at.range.start <= offset && offset <= at.range.end,
    ) ?? null
  );
}
