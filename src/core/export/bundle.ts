import type { ParsedDocument, ParsedFile } from '../manifest/types.ts';
import type { Assignment, Blob, WorkspaceOptions } from '../model/index.ts';
import { applyRank } from './apply-order.ts';
import { joinDocuments } from './join-documents.ts';
import { redactPrivateKeys } from '../redact/index.ts';
import { redactDocument, verbatimDocument, type ExportDocument } from './redact-document.ts';
import { SIDECAR_PATH, sidecarText } from './sidecar.ts';

export interface ExportChoice {
  readonly format: 'one-file' | 'files';
  readonly order: 'editor' | 'apply';
  readonly keys: 'leave-out' | 'include';
}

export interface ExportFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Kinds in it, for the list beside it. */
  readonly kinds: readonly string[];
}

export interface ExportBundle {
  readonly files: readonly ExportFile[];
  /** Objects that a private key kept out, with the command that stands in their place. */
  readonly leftOut: readonly string[];
}

export interface ExportInput {
  readonly parsed: readonly ParsedFile[];
  readonly blobs: readonly Blob[];
  readonly assignments: readonly Assignment[];
  readonly options: WorkspaceOptions;
}

const ONE_FILE = 'manifests.yaml';

/**
 * What the user downloads: documents byte for byte as the editor shows them, in the order chosen. Assignments travel in a
 * sidecar file, with the dropped files that they name.
 */
export function buildBundle(input: ExportInput, choice: ExportChoice): ExportBundle {
  const documents = input.parsed.flatMap((file) => documentsOf(file, choice));
  const leftOut = documents.flatMap((document) => document.leftOut);
  const manifests =
    choice.format === 'one-file' ? oneFile(documents, choice) : manyFiles(input, choice);
  const extras = [...assignedBlobs(input, choice), ...sidecar(input, choice)];
  return { files: [...manifests, ...extras], leftOut };
}

function documentsOf(parsed: ParsedFile, choice: ExportChoice): readonly ExportDocument[] {
  const take = choice.keys === 'include' ? verbatimDocument : redactDocument;
  return parsed.documents.map((document: ParsedDocument) => take(parsed, document));
}

function inOrder(
  documents: readonly ExportDocument[],
  choice: ExportChoice,
): readonly ExportDocument[] {
  if (choice.order === 'editor') return documents;
  return documents
    .map((document, i) => ({ document, i }))
    .sort((a, b) => applyRank(a.document.kind) - applyRank(b.document.kind) || a.i - b.i)
    .map(({ document }) => document);
}

function oneFile(
  documents: readonly ExportDocument[],
  choice: ExportChoice,
): readonly ExportFile[] {
  const ordered = inOrder(documents, choice);
  const text = joinDocuments(ordered.map((document) => document.text));
  return text === '' ? [] : [textFile(ONE_FILE, text, kindsOf(ordered))];
}

/** The files as they are in the workspace; in apply order one numbered file a document, as `kubectl apply -f .` reads them. */
function manyFiles(input: ExportInput, choice: ExportChoice): readonly ExportFile[] {
  return choice.order === 'editor'
    ? input.parsed.map((parsed) => sameFile(parsed, choice))
    : numberedFiles(
        inOrder(
          input.parsed.flatMap((file) => documentsOf(file, choice)),
          choice,
        ),
      );
}

function sameFile(parsed: ParsedFile, choice: ExportChoice): ExportFile {
  const documents = documentsOf(parsed, choice);
  const { path, text } = parsed.file;
  if (choice.keys === 'include') return textFile(path, text, kindsOf(documents));
  const untouched = documents.every((document) => document.leftOut.length === 0);
  const kept = untouched ? text : joinDocuments(documents.map((document) => document.text));
  return textFile(path, redactPrivateKeys(kept).text, kindsOf(documents));
}

function numberedFiles(documents: readonly ExportDocument[]): readonly ExportFile[] {
  const present = documents.filter((document) => document.text.trim() !== '');
  const digits = String(present.length).length;
  return present.map((document, i) => {
    const number = String(i + 1).padStart(Math.max(2, digits), '0');
    const slug = [document.kind, document.name].filter((part) => part !== '').join('-');
    const path = `${number}-${slug === '' ? 'document' : slug.toLowerCase()}.yaml`;
    return textFile(path, document.text, kindsOf([document]));
  });
}

function assignedBlobs(input: ExportInput, choice: ExportChoice): readonly ExportFile[] {
  const named = new Set(
    input.assignments.flatMap(({ chain, key, clientCa }) =>
      [chain, key, clientCa].flatMap((ref) => (ref?.kind === 'blob' ? [ref.blobId] : [])),
    ),
  );
  return input.blobs
    .filter((blob) => named.has(blob.id))
    .map((blob) => {
      if (choice.keys === 'include') return { path: blob.path, bytes: blob.bytes, kinds: [] };
      const text = new TextDecoder('latin1').decode(blob.bytes);
      const { text: publicText, masked } = redactPrivateKeys(text);
      return masked === 0
        ? { path: blob.path, bytes: blob.bytes, kinds: [] }
        : textFile(blob.path, publicText, []);
    });
}

function sidecar(input: ExportInput, choice: ExportChoice): readonly ExportFile[] {
  const text = sidecarText({ ...input, namespaces: namespacesOf(input, choice) });
  return text === null ? [] : [textFile(SIDECAR_PATH, text, [])];
}

/** A joined file can carry one namespace for objects that name none: that of its first file that has one. */
function namespacesOf(input: ExportInput, choice: ExportChoice): Readonly<Record<string, string>> {
  const own = input.parsed.flatMap(({ file }) =>
    file.defaultNamespace === undefined ? [] : [[file.path, file.defaultNamespace] as const],
  );
  if (choice.format === 'files' && choice.order === 'editor') return Object.fromEntries(own);
  const [first] = own;
  return first === undefined || choice.format === 'files' ? {} : { [ONE_FILE]: first[1] };
}

function kindsOf(documents: readonly ExportDocument[]): readonly string[] {
  return [...new Set(documents.map((d) => d.kind).filter((kind) => kind !== ''))];
}

function textFile(path: string, text: string, kinds: readonly string[]): ExportFile {
  return { path, bytes: new TextEncoder().encode(text), kinds };
}
