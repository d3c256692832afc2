import type { Finding, TextRange, WorkspaceFile } from '../model/index.ts';
import { lineIndex, type LineIndex } from '../source/index.ts';
import type { ManifestFindingCode } from './findings.ts';
import { fileNotes } from './file-notes.ts';
import { objectsOf } from './objects-of.ts';
import type { DocumentProblem } from './document-problem.ts';
import { readDocument, type ReadDocument } from './read-document.ts';
import { splitDocuments, type DocumentSpan } from './split-documents.ts';
import type { ManifestObject, ParsedDocument, ParsedFile } from './types.ts';

export interface ParseOptions {
  /** Namespace of objects that name none, unless the file has one of its own. As `kubectl -n`. */
  readonly defaultNamespace: string;
}

/** Reads one file. See `createFileParser` for a parser that remembers. */
export function parseFile(file: WorkspaceFile, options: ParseOptions): ParsedFile {
  return createFileParser()(file, options);
}

/**
 * A parser of workspace files that remembers each file, and each document by its text: a file that did not change gives
 * the very same objects as before; in one that did only the document that changed is read again, and `value` of the
 * others is the same JavaScript object. What it returns does not depend on what it was given earlier.
 *
 * Never throws. A document that cannot be read does not touch the others of its file.
 * Findings: `MANIFEST-…`, with subject `object` where there is one, else `file`.
 */
export function createFileParser(): (file: WorkspaceFile, options: ParseOptions) => ParsedFile {
  const files = new Map<string, { readonly parsed: ParsedFile; readonly namespace: string }>();
  const memory = new Map<string, ReadonlyMap<string, ReadDocument>>();
  return (file, options) => {
    const namespace = file.defaultNamespace ?? options.defaultNamespace;
    const before = files.get(file.id);
    if (before?.namespace === namespace && isSame(before.parsed.file, file))
      return { ...before.parsed, file };
    const known = memory.get(file.id);
    const kept = new Map<string, ReadDocument>();
    const parts = splitDocuments(file.text).map((span) => {
      const text = file.text.slice(span.range.start, span.range.end);
      const document = kept.get(text) ?? known?.get(text) ?? readDocument(text);
      kept.set(text, document);
      return { span, document };
    });
    memory.set(file.id, kept);
    const parsed = assemble(file, namespace, parts);
    files.set(file.id, { parsed, namespace });
    return parsed;
  };
}

function isSame(a: WorkspaceFile, b: WorkspaceFile): boolean {
  return a.text === b.text && a.path === b.path && a.defaultNamespace === b.defaultNamespace;
}

interface Part {
  readonly span: DocumentSpan;
  readonly document: ReadDocument;
}

function assemble(file: WorkspaceFile, namespace: string, parts: readonly Part[]): ParsedFile {
  const documents: ParsedDocument[] = [];
  const objects: ManifestObject[] = [];
  const problems: PlacedProblem[] = fileNotes(file.text).map((problem) => ({
    problem,
    offset: 0,
    documentIndex: null,
  }));
  parts.forEach(({ span, document }, index) => {
    const place = { file, documentIndex: index, offset: span.range.start, namespace };
    const read = objectsOf(document, place);
    documents.push({ index, range: span.range, status: read.status });
    objects.push(...read.objects);
    for (const problem of read.problems) {
      problems.push({ problem, offset: span.range.start, documentIndex: index });
    }
  });
  return { file, documents, objects, findings: toFindings(file, problems) };
}

/** A problem in its document, and where that document begins. */
interface PlacedProblem {
  readonly problem: DocumentProblem;
  readonly offset: number;
  readonly documentIndex: number | null;
}

function toFindings(
  file: WorkspaceFile,
  problems: readonly PlacedProblem[],
): readonly Finding<ManifestFindingCode>[] {
  if (problems.length === 0) return [];
  const lines = lineIndex(file.text);
  const counts = new Map<string, number>();
  return problems.map((placed) => {
    const { problem, documentIndex } = placed;
    const place = documentIndex === null ? file.id : `${file.id}#${documentIndex}`;
    const stem = `${problem.code}@${place}`;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return toFinding(file, placed, lines, count === 1 ? stem : `${stem}~${count}`);
  });
}

function toFinding(
  file: WorkspaceFile,
  { problem, offset }: PlacedProblem,
  lines: LineIndex,
  id: string,
): Finding<ManifestFindingCode> {
  const range = shift(problem.range, offset);
  const position = lines.positionAt(range.start);
  const related =
    problem.related === undefined
      ? {}
      : { relatedLine: String(lines.positionAt(problem.related.start + offset).line) };
  return {
    id,
    code: problem.code,
    severity: problem.severity,
    subject:
      problem.objectId === undefined
        ? { kind: 'file', fileId: file.id }
        : { kind: 'object', objectId: problem.objectId },
    at: { fileId: file.id, range },
    params: {
      path: file.path,
      line: String(position.line),
      column: String(position.column),
      ...related,
      ...problem.params,
    },
    fixes: [],
  };
}

function shift(range: TextRange, offset: number): TextRange {
  return { start: range.start + offset, end: range.end + offset };
}
