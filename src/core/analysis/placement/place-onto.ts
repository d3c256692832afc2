import type { Workspace } from '../../model/index.ts';
import { answerWith } from '../analyze.ts';
import type { Memory } from '../memory/memory.ts';
import { withEdits } from '../outlook.ts';
import type { AnalyzeOptions, Answer } from '../types.ts';
import { placeFiles, type Placed } from './place-files.ts';
import type { NotTaken, PlacedOnto, Placement } from './types.ts';
import { whyNotTaken } from './why-not-taken.ts';

/** How far the placing of several files has come. */
interface Run {
  readonly workspace: Workspace;
  readonly open: readonly string[];
  readonly placed: readonly string[];
  readonly done: readonly Placement[];
  readonly left: readonly { readonly blobId: string; readonly why: NotTaken }[];
}

/**
 * Puts files of the shelf on one object, each where the object takes it: a certificate with its key, a CA beside those
 * that stand there, an intermediate CA behind what it issued. After each the setup is read anew, so that the next finds
 * what the one before left. What it does not take stays on the shelf with the reason.
 *
 * @param blobIds in the order of the drop
 */
export async function placeOnto(
  workspace: Workspace,
  blobIds: readonly string[],
  objectKey: string,
  options: AnalyzeOptions,
  memory: Memory,
): Promise<PlacedOnto> {
  let run: Run = { workspace, open: blobIds, placed: [], done: [], left: [] };
  for (;;) {
    const answer = await answerWith(run.workspace, options, memory);
    const next = nextPlace(answer, run, objectKey);
    if (next === null) return summed(workspace, run, answer, objectKey);
    const { blobId, place } = next;
    const outcome = await placeFiles(run.workspace, blobId, place, { ...options, memory });
    run = after(run, blobId, place, outcome);
  }
}

function nextPlace({ blobs }: Answer, { open, done }: Run, objectKey: string) {
  for (const blobId of open) {
    const place = blobs
      .find(({ id }) => id === blobId)
      ?.places.find((one) => one.targetKey === objectKey && isFree(one, done));
    if (place !== undefined) return { blobId, place };
  }
  return null;
}

/** One certificate for each identity, and one client CA: files of one drop do not replace each other. */
function isFree({ id, how, part, keys }: Placement, done: readonly Placement[]): boolean {
  const isList = part !== 'identity' && (how === 'object' || how === 'create');
  const isKeyAlone = keys.key !== undefined && keys.certificate === undefined;
  return isList || isKeyAlone || !done.some((one) => one.id === id);
}

function after(run: Run, blobId: string, place: Placement, outcome: Placed): Run {
  if (outcome.kind === 'not-possible') {
    const left = [...run.left, { blobId, why: 'not-writable' as const }];
    return { ...run, left, open: run.open.filter((id) => id !== blobId) };
  }
  const gone = run.open.filter((id) => id === blobId || place.along.includes(id));
  return {
    workspace: withPlaced(run.workspace, outcome),
    open: run.open.filter((id) => !gone.includes(id)),
    placed: [...run.placed, ...gone],
    done: [...run.done, place],
    left: run.left,
  };
}

function withPlaced(
  workspace: Workspace,
  outcome: Exclude<Placed, { kind: 'not-possible' }>,
): Workspace {
  if (outcome.kind === 'edits') return withEdits(workspace, outcome.edits);
  const { assignment } = outcome;
  const others = workspace.assignments.filter(({ target }) => target !== assignment.target);
  return { ...workspace, assignments: [...others, assignment] };
}

function summed(
  before: Workspace,
  { workspace, open, placed, left, done }: Run,
  answer: Answer,
  objectKey: string,
): PlacedOnto {
  const why = (blobId: string): NotTaken => whyNotTaken(answer, objectKey, blobId, done.length > 0);
  const known = new Set<unknown>([...before.files, ...before.assignments]);
  return {
    files: workspace.files.filter((file) => !known.has(file)),
    assignments: workspace.assignments.filter((one) => !known.has(one)),
    placed,
    left: [...left, ...open.map((blobId) => ({ blobId, why: why(blobId) }))],
  };
}
