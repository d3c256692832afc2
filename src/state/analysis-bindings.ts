import type { DataPlaneAnswer } from '../core/analysis/data-plane/types.ts';
import type { DraftRequest, SetupDraft } from '../core/authoring/index.ts';
import type { Example } from '../core/examples/index.ts';
import type { ExportChoice, PreparedExport } from '../core/export/index.ts';
import type { HeldPair, Placed, PlacedOnto, Placement } from '../core/analysis/index.ts';
import type { Blob, Workspace } from '../core/model/index.ts';
import type { UnlockResult } from '../core/pki/index.ts';
import type { KeptText } from '../core/storage/index.ts';
import type { DroppedFile, DropSummary, WorkspaceAddition } from '../core/workspace/index.ts';
import { startWorker, AnalysisClient, type Pending, type Progress } from '../workers/index.ts';
import { startActivity } from './activity.ts';
import { driveAnalysis, type AnalysisDriver } from './analysis-driver.ts';
import { analysisStore, studio } from './bindings.ts';
import { nameOfDrop } from './name-of-drop.ts';
import type { Command } from './types.ts';

/** Long enough that a burst of keys is one analysis, short enough to feel immediate. */
const settleMs = 60;

let driver: AnalysisDriver | null = null;
let clock: () => number = () => 0;

/**
 * Connects the stores with the worker. Called once by the app with its clock (milliseconds since the epoch);
 * the result ends it.
 */
export function startAnalysis(now: () => number): () => void {
  clock = now;
  driver = driveAnalysis({
    studio: studio.store,
    derived: analysisStore,
    connect: (events) => new AnalysisClient(startWorker, events),
    now,
    wait: (run) => {
      const timer = setTimeout(run, settleMs);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const running = driver;
  return () => {
    running.dispose();
    driver = null;
  };
}

/** Analyses the workspace again as it stands. */
export function rerunAnalysis(): void {
  driver?.rerun();
}

/** Ends the analysis under way; the last good one stays on show. */
export function stopAnalysis(): void {
  driver?.stop();
}

/** The time of the app's clock: milliseconds since the epoch. */
export function clockNow(): number {
  return clock();
}

/** The channel to the worker. */
export function client(): AnalysisClient {
  if (driver === null) throw new Error('The analysis has not been started.');
  return driver.client;
}

/** Shows work under way until its answer is there; cancelling it stops the worker and starts over. */
async function withActivity<Answer>(label: string, pending: Pending<Answer>): Promise<Answer> {
  const done = startActivity(label, () => {
    pending.cancel();
    // The worker that was ended may have been analysing as well.
    rerunAnalysis();
  });
  try {
    return await pending.answer;
  } finally {
    done();
  }
}

/**
 * Reads dropped, opened or pasted files in the worker and adds what they hold as one history entry. Rejects
 * only when it was stopped or by a fault of the app: what is not understood is set aside with its reason.
 *
 * @returns what each file became
 */
export async function addFiles(
  files: readonly DroppedFile[],
  label: string,
): Promise<readonly DropSummary[]> {
  const read = await readFiles(files);
  studio.update(addition(files, read, label));
  return read.summary;
}

/** What dropped files hold, read in the worker; nothing is added yet. */
export function readFiles(files: readonly DroppedFile[]): Promise<WorkspaceAddition> {
  const { workspace: existing } = studio.store.getState();
  return withActivity(
    `Reading ${String(files.length)} ${files.length === 1 ? 'file' : 'files'}`,
    client().ask<'read-drop'>(
      { kind: 'read-drop', files, existing },
      files.map((file) => file.bytes.buffer).filter((buffer) => buffer instanceof ArrayBuffer),
    ),
  );
}

/** The history entry that adds what files hold. */
export function addition(
  files: readonly DroppedFile[],
  { summary: _, ...read }: WorkspaceAddition,
  label: string,
): Extract<Command, { type: 'add' }> {
  return { type: 'add', label, name: nameOfDrop(files), ...read };
}

/** Opens an encrypted file with a password and keeps what was inside, in memory only. */
export async function unlock(blob: Blob, password: string): Promise<UnlockResult> {
  const outcome = await withActivity(
    `Unlocking ${blob.path}`,
    client().ask<'unlock'>({ kind: 'unlock', bytes: blob.bytes, password }),
  );
  if (outcome.ok) {
    const label = `Unlock ${blob.path}`;
    studio.update({ type: 'unlock-blob', label, blobId: blob.id, pem: outcome.pem });
  }
  return outcome;
}

/** Builds an example with fresh keys and opens it in place of the workspace. */
export async function openExample(example: Example): Promise<void> {
  const workspace = await withActivity(
    `Issuing certificates for ${example.title}`,
    client().ask<'build-example'>({ kind: 'build-example', id: example.id, now: clock() }),
  );
  studio.update({ type: 'replace-workspace', label: `Open ${example.title}`, workspace });
}

/** Makes the files of an export in the worker; nothing is stored and nothing leaves the page by itself. */
export function prepareExport(choice: ExportChoice): Promise<PreparedExport> {
  const { workspace } = studio.store.getState();
  return client().ask<'export'>({ kind: 'export', workspace, choice, now: clock() }).answer;
}

/**
 * The data plane's configuration for a connection of the workspace as it stands, through the lens as it stands. Rejects
 * when a newer question was asked, when the worker was stopped, and by a fault of the app.
 */
export function askDataPlane(connectionId: string): Promise<DataPlaneAnswer> {
  const { workspace: documents, view } = studio.store.getState();
  const { lens, simulation } = view;
  const workspace = simulation?.workspace ?? documents;
  return client().ask<'data-plane'>({ kind: 'data-plane', workspace, lens, connectionId }).answer;
}

/**
 * A draft of a setup, made as of now. Rejects when a newer one was asked for, when it was cancelled, and by a fault of
 * the app. Cancelling ends the worker and with it the making of a key, which nothing else can end.
 */
export function draftSetup(
  draft: Omit<DraftRequest, 'now'>,
  onProgress: (progress: Progress) => void,
): Pending<SetupDraft> {
  const request = { kind: 'draft-setup', draft: { ...draft, now: clock() } } as const;
  const pending = client().ask<'draft-setup'>(request, [], onProgress);
  return {
    answer: pending.answer,
    cancel: () => {
      pending.cancel();
      rerunAnalysis();
    },
  };
}

/** The workspace without private keys, as the device may keep it. Rejects with `Stopped` when the worker was stopped. */
export function askKeepable(workspace: Workspace): Promise<KeptText> {
  return client().ask<'keep'>({ kind: 'keep', workspace }).answer;
}

/** What putting a file into a proposed place comes to; see {@link placeFile}. */
export function askPlacing(
  workspace: Workspace,
  blobId: string,
  place: Placement,
): Promise<Placed> {
  return client().ask<'place'>({ kind: 'place', workspace, blobId, place }).answer;
}

/** What putting files of the shelf on one object comes to, through the lens as it stands. Nothing is changed. */
export function askPlacingOnto(
  workspace: Workspace,
  blobIds: readonly string[],
  objectKey: string,
): Promise<PlacedOnto> {
  const { lens } = studio.store.getState().view;
  return client().ask<'place-onto'>({
    kind: 'place-onto',
    workspace,
    blobIds,
    objectKey,
    lens,
    now: clock(),
  }).answer;
}

/** The certificates of the workspace whose private keys it has, with the keys: they stay in memory. */
export function loadHeldPairs(): Promise<readonly HeldPair[]> {
  const { workspace } = studio.store.getState();
  return client().ask<'held-pairs'>({ kind: 'held-pairs', workspace }).answer;
}

/** The app's clock, milliseconds since the epoch. */
export function currentTime(): number {
  return clock();
}
