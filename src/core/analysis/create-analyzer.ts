import type { TextEdit, Workspace } from '../model/index.ts';
import { createSignatureChecker } from '../verify/index.ts';
import { analyzeWith, answerWith } from './analyze.ts';
import { connectionEnds, type ConnectionEnds, type EndsOptions } from './connection-ends.ts';
import { answerDataPlane, type DataPlaneOptions } from './data-plane/answer-data-plane.ts';
import type { DataPlaneAnswer } from './data-plane/types.ts';
import { heldPairs, type HeldPair } from './placement/held-pairs.ts';
import { placeFiles, type Placed } from './placement/place-files.ts';
import { outlookOf, withEdits, type Outlook } from './outlook.ts';
import { placeOnto } from './placement/place-onto.ts';
import type { PlacedOnto, Placement } from './placement/types.ts';
import {
  replaceCertificate,
  type CertificateAgain,
  type ReplacedCertificate,
} from './renewal/replace-certificate.ts';
import { createMemory, type Memory } from './memory/memory.ts';
import type { Analysis, AnalyzeOptions } from './types.ts';

/** Workspace in, everything there is to show out. Pure: time, crypto and roots come in through `options`. */
export interface Analyzer {
  (workspace: Workspace, options: AnalyzeOptions): Promise<Analysis>;
  /** The data plane's configuration for one connection: too long to be part of every analysis. */
  readonly dataPlane: (
    workspace: Workspace,
    connectionId: string,
    options: DataPlaneOptions,
  ) => Promise<DataPlaneAnswer>;
  /** Both ends of every connection before any handshake: what a variant of the workspace has to change. */
  readonly ends: (workspace: Workspace, options: EndsOptions) => Promise<readonly ConnectionEnds[]>;
  /** What the workspace would come to with its texts edited: nothing is changed by asking. */
  readonly outlook: (
    workspace: Workspace,
    edits: readonly TextEdit[],
    options: AnalyzeOptions,
  ) => Promise<Outlook>;
  /** What putting a file of the workspace into a proposed place comes to. */
  readonly place: (
    workspace: Workspace,
    blobId: string,
    place: Placement,
    crypto: Crypto,
  ) => Promise<Placed>;
  /** What putting files of the workspace on one object comes to. */
  readonly placeOnto: (
    workspace: Workspace,
    blobIds: readonly string[],
    objectKey: string,
    options: AnalyzeOptions,
  ) => Promise<PlacedOnto>;
  /** The certificates whose private keys the workspace has, with the keys. */
  readonly heldPairs: (workspace: Workspace, crypto: Crypto) => Promise<readonly HeldPair[]>;
  /** What a certificate that was issued again in place of the one before comes to. */
  readonly replaceCertificate: (
    workspace: Workspace,
    certificateId: string,
    again: CertificateAgain,
    crypto: Crypto,
  ) => Promise<ReplacedCertificate | null>;
  /** The parser of the analysis with all that it remembers: who asks about files already read, reads nothing again. */
  readonly parse: Memory['parse'];
}

/**
 * An analyzer with memory: per document (parse), per text (certificates and keys), per signature and per connection, so
 * that an edit costs what it touches. Warm and cold answers are equal.
 */
export function createAnalyzer(): Analyzer {
  const memory = createMemory(createSignatureChecker);
  const analyze = (workspace: Workspace, options: AnalyzeOptions): Promise<Analysis> =>
    analyzeWith(workspace, options, memory);
  return Object.assign(analyze, {
    dataPlane: (workspace: Workspace, connectionId: string, options: DataPlaneOptions) =>
      answerDataPlane(workspace, connectionId, options, memory),
    ends: (workspace: Workspace, options: EndsOptions) =>
      connectionEnds(workspace, options, memory),
    outlook: async (workspace: Workspace, edits: readonly TextEdit[], options: AnalyzeOptions) =>
      outlookOf(await answerWith(withEdits(workspace, edits), options, memory)),
    place: (workspace: Workspace, blobId: string, place: Placement, crypto: Crypto) =>
      placeFiles(workspace, blobId, place, { crypto, memory }),
    placeOnto: (
      workspace: Workspace,
      blobIds: readonly string[],
      objectKey: string,
      options: AnalyzeOptions,
    ) => placeOnto(workspace, blobIds, objectKey, options, memory),
    heldPairs: (workspace: Workspace, crypto: Crypto) => heldPairs(workspace, { crypto, memory }),
    replaceCertificate: (
      workspace: Workspace,
      certificateId: string,
      again: CertificateAgain,
      crypto: Crypto,
    ) => replaceCertificate(workspace, certificateId, again, { crypto, memory }),
    parse: memory.parse,
  });
}
