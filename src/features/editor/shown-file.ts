import type { Analysis, ObjectSummary } from '../../core/analysis/types.ts';
import type { Guide, WorkspaceFile } from '../../core/model/index.ts';
import type { ViewState } from '../../state/index.ts';

/** What the editor shows: a file, or a guide that can only be read. */
export interface EditorFile {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly readOnly: boolean;
}

/** The file to show: the one revealed last, else the one chosen here, else that of the selected object, else the first. */
export function shownFile(from: {
  readonly files: readonly WorkspaceFile[];
  readonly guides: readonly Guide[];
  readonly analysis: Analysis | null;
  readonly reveal: ViewState['reveal'];
  readonly selectedKey: string | null;
  /** `nonce`: the reveal that was the newest when the user chose. */
  readonly chosen: { readonly fileId: string; readonly nonce: number } | null;
}): EditorFile | null {
  const { files, guides, analysis, reveal, selectedKey, chosen } = from;
  const all: readonly EditorFile[] = [
    ...files.map((file) => ({ ...file, readOnly: false })),
    ...guides.map((guide) => ({ ...guide, readOnly: true })),
  ];
  const find = (id: string | undefined) => all.find((file) => file.id === id);
  const chosenLast = chosen !== null && chosen.nonce >= (reveal?.nonce ?? 0);
  const selected = analysis?.objects.find(({ key, shadowed }) => key === selectedKey && !shadowed);
  return (
    (chosenLast ? find(chosen.fileId) : find(reveal?.fileId)) ??
    find(chosen?.fileId) ??
    find(selected?.at.fileId) ??
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
