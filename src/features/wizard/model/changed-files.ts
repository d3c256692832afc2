import type { SetupDraft, SetupFile } from '../../../core/authoring/index.ts';
import { addedLines } from './added-lines.ts';
import { previewLines } from './preview-lines.ts';

/** A file beside the questions, and its lines that the last answer added, as indexes of {@link previewLines}. */
export interface PreviewFile extends SetupFile {
  readonly added: ReadonlySet<number>;
}

/** The files of a draft against those before the last answer; nothing is marked where there were none. */
export function previewFiles(draft: SetupDraft, before: SetupDraft | null): readonly PreviewFile[] {
  const known = new Map(
    before === null ? [] : filesOf(before).map(({ path, text }) => [path, text]),
  );
  return filesOf(draft).map((file) => {
    const earlier = before === null ? null : shownTexts(known.get(file.path) ?? '');
    return { ...file, added: addedLines(earlier, shownTexts(file.text)) };
  });
}

/**
 * The file that shows best what the last answer did: of those with marked lines, or of all where none has any, the policy
 * before the Gateway before what else there is.
 */
export function fileToShow(files: readonly PreviewFile[]): PreviewFile | undefined {
  const changed = files.filter(({ added }) => added.size > 0);
  const candidates = changed.length === 0 ? files : changed;
  return candidates.toSorted((a, b) => rankOf(a) - rankOf(b))[0];
}

function filesOf({ setup }: SetupDraft): readonly SetupFile[] {
  return [...setup.files, ...setup.standIns];
}

function shownTexts(text: string): readonly string[] {
  return previewLines(text).map((line) => line.text);
}

function rankOf({ text }: SetupFile): number {
  if (/^kind: Backend\w+Policy$/m.test(text)) return 0;
  if (/^kind: Gateway$/m.test(text)) return 1;
  return /^kind: Secret$/m.test(text) ? 3 : 2;
}
