import type { TextEdit, Workspace } from '../../../core/model/index.ts';
import type { Rotation } from '../../../core/what-if/rotation/types.ts';

/** How many steps of a rehearsal the documents have taken: 0 to all; null when they have moved on otherwise. */
export function stepsTaken(
  { steps }: Rotation,
  start: Workspace,
  documents: Workspace,
): number | null {
  const states = [start, ...steps.map(({ variant }) => variant.workspace)];
  const found = states.findLastIndex((state) => sameTexts(state, documents));
  return found < 0 ? null : found;
}

/**
 * What turns the files of one state into those of the next: one edit for each file that differs, of the part that does.
 *
 * @returns null when more than files differ (a dropped file, an assignment): edits cannot do that
 */
export function editsBetween(from: Workspace, to: Workspace): readonly TextEdit[] | null {
  if (!sameBesideFiles(from, to)) return null;
  return to.files.flatMap(({ id, text }) => {
    const before = from.files.find((file) => file.id === id)?.text;
    return before === undefined || before === text ? [] : [editBetween(id, before, text)];
  });
}

function editBetween(fileId: string, before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const range = { start, end: before.length - tail };
  return { fileId, range, text: after.slice(start, after.length - tail) };
}

/** By content: what comes back from the worker is a copy. */
function sameBesideFiles(a: Workspace, b: Workspace): boolean {
  return (
    a.blobs.length === b.blobs.length &&
    a.blobs.every(({ id, bytes }, index) => {
      const other = b.blobs[index];
      return other?.id === id && sameBytes(other.bytes, bytes);
    }) &&
    JSON.stringify(a.assignments) === JSON.stringify(b.assignments)
  );
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function sameTexts(a: Workspace, b: Workspace): boolean {
  return (
    a.files.length === b.files.length &&
    a.files.every(({ id, text }, index) => {
      const other = b.files[index];
      return other?.id === id && other.text === text;
    })
  );
}
