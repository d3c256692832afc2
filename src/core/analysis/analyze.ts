import { simulateOn, type Resolution } from '../gateway-api/index.ts';
import { mergeFindings } from '../handshake/index.ts';
import { settleConflicts } from '../implementations/index.ts';
import type { Finding, Workspace } from '../model/index.ts';
import { buildTopology, type TopologyInput } from '../topology/index.ts';
import { workspaceFindings } from '../workspace/index.ts';
import { compareImplementations } from './comparison/compare-implementations.ts';
import { connectAll, connectContext } from './connect-all.ts';
import type { ConnectContext, Connected } from './connect.ts';
import { attachFixes } from './attach-fixes.ts';
import { aboutMaker } from './made/about-maker.ts';
import { writtenReferences } from './made/written-references.ts';
import { findIssuers } from './inventory/find-issuers.ts';
import { keyPlacesOf } from './inventory/key-places.ts';
import { materialFindings } from './inventory/material-findings.ts';
import { proveKeys } from './inventory/prove-keys.ts';
import { takeInventory, type Inventory } from './inventory/take-inventory.ts';
import { lintFindings } from './lint/lint-findings.ts';
import { marksOf } from './marks.ts';
import type { Memory } from './memory/memory.ts';
import { blobTexts, readBlobs } from './read-blobs.ts';
import { proposePlaces } from './placement/propose-places.ts';
import { takersOf } from './placement/takers.ts';
import { readManifests, type ReadManifests } from './read-manifests.ts';
import { renderFindings } from './render-findings.ts';
import { canBeSettled, isSettled } from './settled-finding.ts';
import { setAsideFindings } from './set-aside-findings.ts';
import { decidingFacts } from './summaries/deciding-facts.ts';
import { blobFindings, summariseBlobs, type ReadBlob } from './summaries/summarise-blobs.ts';
import { summariseCertificates } from './summaries/summarise-certificates.ts';
import { summariseConnection } from './summaries/summarise-connection.ts';
import { summariseObjects } from './summaries/summarise-objects.ts';
import type { Analysis, AnalyzeOptions, Answer } from './types.ts';
import { summariseValidation } from './validation.ts';
import { withPlace } from './with-place.ts';

/** Text read and references resolved: what stands before any handshake. */
interface Read extends ReadManifests {
  readonly blobs: readonly ReadBlob[];
  readonly inventory: Inventory;
}

/** The pipeline: read → resolve → connect → judge → show, and then what every implementation makes of it. */
export async function analyzeWith(
  workspace: Workspace,
  options: AnalyzeOptions,
  memory: Memory,
): Promise<Analysis> {
  const { answer, asked } = await judge(workspace, options, memory);
  options.onAnswer?.(answer);
  return { ...answer, ...(await compareImplementations(asked)) };
}

/** The same without what the other implementations make of it. */
export async function answerWith(
  workspace: Workspace,
  options: AnalyzeOptions,
  memory: Memory,
): Promise<Answer> {
  return (await judge(workspace, options, memory)).answer;
}

async function judge(workspace: Workspace, options: AnalyzeOptions, memory: Memory) {
  const at = asOf(workspace, options);
  const read = await readAll(workspace, options, memory);
  const checkSignature = memory.checkerFor(options.crypto);
  const context = connectContext({ workspace, options, at, memory, checkSignature, ...read });
  const seen = seenThrough(options.lens, read);
  const { resolution } = seen;
  const { checkpoint } = options;
  const connected = await connectAll(resolution.connections, resolution, context, checkpoint);
  const answer = await answerFor(workspace, options, seen, connected, context);
  const shown = { resolution, connected };
  return { answer, asked: { resolution: read.resolution, shown, context, checkpoint } };
}

function seenThrough(lens: AnalyzeOptions['lens'], read: Read): Read {
  return lens === undefined ? read : { ...read, resolution: simulateOn(read.resolution, lens) };
}

async function answerFor(
  workspace: Workspace,
  options: AnalyzeOptions,
  read: Read,
  connected: readonly Connected[],
  { at, memory, checkSignature }: ConnectContext,
): Promise<Answer> {
  const proofs = await proveKeys(read.inventory, options.crypto, memory.proofs);
  const issuers = await findIssuers(read.inventory, checkSignature);
  await options.checkpoint?.();
  const findings = collectFindings(workspace, read, connected, { at, memory });
  const marks = marksOf(findings);
  const facts = decidingFacts(read.index, read.inventory, at);
  const handshakes = connected.map(({ handshake }) => handshake);
  const certificates = summariseCertificates(read.inventory, proofs, issuers);
  const { resolution, index, parsed, inventory, blobs } = read;
  const picture = pictureInput(resolution, connected, marks, facts);
  const topology = buildTopology(picture, memory.layouts);
  const places = proposePlaces({ picture, topology, inventory, blobs, issuers });
  return {
    at: new Date(at).toISOString(),
    objects: summariseObjects(index, read.inventory, marks, facts),
    references: writtenReferences(resolution.references),
    certificates,
    blobs: summariseBlobs(blobs, workspace.assignments, inventory, issuers, places),
    takers: takersOf(picture, topology),
    topology,
    connections: connected.map(({ connection, backend, programmed }) =>
      summariseConnection(connection, backend, programmed?.upstream ?? null),
    ),
    handshakes,
    findings: renderFindings(
      attachFixes(findings, { workspace, index, parsed, resolution, certificates, connected, at }),
    ),
    validation: summariseValidation(parsed, resolution, certificates, handshakes, findings),
  };
}

function asOf({ options }: Workspace, { now }: AnalyzeOptions): number {
  const chosen = options.at === null ? Number.NaN : Date.parse(options.at);
  return Number.isNaN(chosen) ? now : chosen;
}

async function readAll(
  workspace: Workspace,
  options: AnalyzeOptions,
  memory: Memory,
): Promise<Read> {
  const manifests = await readManifests(workspace, options, memory);
  const blobs = await readBlobs(workspace.blobs, options.crypto, memory);
  const inventory = takeInventory(manifests.index, blobTexts(blobs), memory.inspected);
  await options.checkpoint?.();
  return { ...manifests, blobs, inventory };
}

function collectFindings(
  workspace: Workspace,
  { parsed, admission, index, resolution, blobs, inventory }: Read,
  connected: readonly Connected[],
  { at, memory: { lints } }: Pick<ConnectContext, 'at' | 'memory'>,
): readonly Finding[] {
  const judged = connected.filter(({ handshake }) => handshake.outcome.stage !== 'not-checked');
  const played = mergeFindings(connected.flatMap(({ findings }) => findings));
  const all = [
    ...parsed.flatMap(({ findings }) => findings),
    ...admission.findings,
    ...workspaceFindings(workspace),
    ...setAsideFindings(workspace.setAside),
    ...blobFindings(blobs),
    ...materialFindings(inventory, keyPlacesOf(connected)),
    ...settleConflicts(
      withoutSettled(resolution.findings, connected),
      resolution,
      workspace.options.versions,
      at,
    ),
    ...connected.flatMap(({ backend, programmed }) => [
      ...backend.findings,
      ...(programmed?.findings ?? []),
    ]),
    ...played,
    ...lintFindings(judged, inventory, played, lints),
  ];
  const once = [...new Map(all.map((finding) => [finding.id, finding])).values()];
  return once.map((finding) => withPlace(aboutMaker(finding, index), index));
}

/** Without problems that the one implementation which runs all connections does not have. */
function withoutSettled(
  findings: readonly Finding[],
  connected: readonly Connected[],
): readonly Finding[] {
  const ids = new Set(connected.map(({ connection }) => connection.implementation.id));
  if (ids.size !== 1 || !findings.some(canBeSettled)) return findings;
  const said = connected.flatMap(({ programmed }) => programmed?.findings ?? []);
  return findings.filter((finding) => !isSettled(finding, said));
}

function pictureInput(
  resolution: Resolution,
  connected: readonly Connected[],
  marks: TopologyInput['marks'],
  facts: ReadonlyMap<string, string>,
): TopologyInput {
  return {
    resolution,
    backends: new Map(connected.map(({ connection, backend }) => [connection.id, backend])),
    programmed: new Map(
      connected.map(({ connection, programmed }) => [connection.id, programmed?.upstream ?? null]),
    ),
    handshakes: connected.map(({ handshake }) => handshake),
    marks,
    facts,
  };
}
