/// <reference lib="webworker" />
import {
  createAnalyzer,
  type AnalyzeOptions,
  type Outlook,
  type Placed,
  type PlacedOnto,
} from '../core/analysis/index.ts';
import type { Drafter } from '../core/authoring/index.ts';
import type { WorkspaceEditor } from '../core/edits/index.ts';
import { unlockBlob } from '../core/pki/index.ts';
import { createFileRedactor } from '../core/redact/index.ts';
import type { LanguageView } from '../core/language/index.ts';
import type { ImplementationId, Workspace } from '../core/model/index.ts';
import { loadSystemRoots } from '../core/roots/index.ts';
import { keepableText } from '../core/storage/index.ts';
import type { WhatIfContext } from '../core/what-if/index.ts';
import { readDrop } from '../core/workspace/index.ts';
import { newestWins } from './newest-wins.ts';
import type { FromWorker, ToWorker, WorkerAnswers, WorkerRequest } from './protocol.ts';
import { slicePause } from './slice-pause.ts';
import { Superseded } from './Superseded.ts';

/** The worker: everything of `core` runs here, the page only draws. */

interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage: (message: FromWorker) => void;
}

const scope: Scope = globalThis;
const analyze = createAnalyzer();
let editor: WorkspaceEditor | null = null;
const redactFile = createFileRedactor();
/** What the editor's questions are answered from; made with the first one. */
let viewOf: ((workspace: Workspace) => LanguageView) | null = null;

const runNewest = newestWins(
  (
    { workspace, lens, revision, now, simulation }: Extract<ToWorker, { type: 'analyze' }>,
    checkpoint,
  ) =>
    analyze(workspace, {
      now,
      crypto: globalThis.crypto,
      systemRoots: loadSystemRoots,
      checkpoint,
      ...(lens === null ? {} : { lens }),
      onAnswer: (answer) => {
        const of = simulation === undefined ? {} : { simulation };
        scope.postMessage({ type: 'analysis', revision, lens, ...of, answer });
      },
    }),
  slicePause(12),
);

const dataPlaneOfNewest = newestWins(
  ({ workspace, connectionId, lens }: Extract<WorkerRequest, { kind: 'data-plane' }>, checkpoint) =>
    analyze.dataPlane(workspace, connectionId, {
      checkpoint,
      crypto: globalThis.crypto,
      ...(lens === null ? {} : { lens }),
    }),
  slicePause(12),
);

type DraftQuestion = Extract<WorkerRequest, { kind: 'draft-setup' }> & { readonly id: number };

let drafter: Promise<Drafter> | null = null;

/** One drafter for all drafts: it remembers keys and certificates. Its code comes with the first. */
function theDrafter(): Promise<Drafter> {
  drafter ??= import('../core/authoring/index.ts').then(({ createDrafter }) =>
    createDrafter({ crypto: globalThis.crypto, systemRoots: loadSystemRoots }),
  );
  return drafter;
}

const draftNewest = newestWins(async ({ id, draft }: DraftQuestion, checkpoint) => {
  const onIssue = (done: number, total: number) => {
    scope.postMessage({ type: 'progress', id, progress: { done, total } });
  };
  return (await theDrafter())(draft, { checkpoint, onIssue });
}, slicePause(12));

scope.onmessage = ({ data }) => {
  switch (data.type) {
    case 'analyze':
      void answerAnalysis(data);
      return;
    case 'request':
      void answerRequest(data.id, data.request);
      return;
    default:
      data satisfies never;
  }
};

async function answerAnalysis(message: Extract<ToWorker, { type: 'analyze' }>): Promise<void> {
  const { revision } = message;
  try {
    const { implementations, foundBy } = await runNewest(message);
    scope.postMessage({ type: 'comparison', revision, comparison: { implementations, foundBy } });
  } catch (fault) {
    if (fault instanceof Superseded) return;
    scope.postMessage({ type: 'analysis-failed', revision, message: faultText(fault) });
  }
}

async function answerRequest(id: number, request: WorkerRequest): Promise<void> {
  try {
    scope.postMessage({ type: 'answer', id, answer: await answer(id, request) });
  } catch (fault) {
    scope.postMessage({ type: 'request-failed', id, message: faultText(fault) });
  }
}

async function answer(
  id: number,
  request: WorkerRequest,
): Promise<WorkerAnswers[keyof WorkerAnswers]> {
  switch (request.kind) {
    case 'read-drop':
      return readDrop(request.files, request.existing, () => crypto.randomUUID());
    case 'unlock':
      return unlockBlob(request.bytes, request.password, globalThis.crypto);
    case 'build-example':
      return makeExample(request);
    case 'export':
      return makeExport(request);
    case 'keep':
      return keepableText(request.workspace, redactFile);
    case 'data-plane':
      return dataPlaneOfNewest(request);
    case 'draft-setup':
      return draftNewest({ ...request, id });
    case 'edit':
    case 'form':
      return aboutEdit(request);
    case 'place':
    case 'place-onto':
      return placed(request);
    case 'outlook':
      return outlook(request);
    case 'held-pairs':
    case 'replace-certificate':
      return withKeys(request);
    case 'language':
      return aboutLanguage(request);
    case 'what-if':
      return aboutWhatIf(id, request);
    case 'convert':
      return aboutConversion(id, request);
    default:
      return request satisfies never;
  }
}

async function makeExample({ id, now }: Extract<WorkerRequest, { kind: 'build-example' }>) {
  const { buildExample } = await import('../core/examples/index.ts');
  return buildExample(id, { now, crypto: globalThis.crypto });
}

async function makeExport({ workspace, choice, now }: Extract<WorkerRequest, { kind: 'export' }>) {
  const { exportWorkspace } = await import('../core/export/index.ts');
  return exportWorkspace(workspace, choice, now);
}

async function aboutEdit(
  request: Extract<WorkerRequest, { kind: 'edit' | 'form' }>,
): Promise<WorkerAnswers['edit' | 'form']> {
  const { perform, form } = await editing();
  return request.kind === 'edit'
    ? perform(request.workspace, request.action)
    : form(request.workspace, request.objectKey);
}

function withKeys(
  request: Extract<WorkerRequest, { kind: 'held-pairs' | 'replace-certificate' }>,
): Promise<WorkerAnswers['held-pairs' | 'replace-certificate']> {
  const { crypto } = globalThis;
  const { workspace } = request;
  if (request.kind === 'held-pairs') return analyze.heldPairs(workspace, crypto);
  return analyze.replaceCertificate(workspace, request.certificateId, request.again, crypto);
}

function outlook(request: Extract<WorkerRequest, { kind: 'outlook' }>): Promise<Outlook> {
  return analyze.outlook(request.workspace, request.edits, optionsOf(request));
}

function placed(
  request: Extract<WorkerRequest, { kind: 'place' | 'place-onto' }>,
): Promise<Placed | PlacedOnto> {
  const { workspace } = request;
  if (request.kind === 'place')
    return analyze.place(workspace, request.blobId, request.place, globalThis.crypto);
  return analyze.placeOnto(workspace, request.blobIds, request.objectKey, optionsOf(request));
}

function optionsOf({
  lens,
  now,
}: {
  readonly lens: ImplementationId | null;
  readonly now: number;
}): AnalyzeOptions {
  return {
    now,
    crypto: globalThis.crypto,
    systemRoots: loadSystemRoots,
    checkpoint: slicePause(12),
    ...(lens === null ? {} : { lens }),
  };
}

async function aboutLanguage({ question }: Extract<WorkerRequest, { kind: 'language' }>) {
  const { answerLanguage, languageViews } = await import('../core/language/index.ts');
  viewOf ??= languageViews(analyze.parse);
  return answerLanguage(question, viewOf);
}

async function aboutWhatIf(
  id: number,
  { question, now }: Extract<WorkerRequest, { kind: 'what-if' }>,
) {
  const { answerWhatIf } = await import('../core/what-if/index.ts');
  return answerWhatIf(question, contextFor(id, now));
}

async function aboutConversion(
  id: number,
  { question, now }: Extract<WorkerRequest, { kind: 'convert' }>,
) {
  const { answerConversion } = await import('../core/conversion/index.ts');
  return answerConversion(question, contextFor(id, now));
}

/** What questions about other workspaces than the open one are answered with. */
function contextFor(id: number, now: number): WhatIfContext {
  return {
    analyze,
    now,
    crypto: globalThis.crypto,
    systemRoots: loadSystemRoots,
    onProgress: (done, total) => {
      scope.postMessage({ type: 'progress', id, progress: { done, total } });
    },
  };
}

/** Loaded when something is edited other than as text; remembers the files it has read. */
async function editing(): Promise<WorkspaceEditor> {
  const { workspaceEditor } = await import('../core/edits/index.ts');
  editor ??= workspaceEditor();
  return editor;
}

function faultText(fault: unknown): string {
  return fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
}
