import { parseAllDocuments, type Document, type ParsedNode } from 'yaml';
import type { Severity, TextRange } from '../model/index.ts';
import type { ManifestFindingCode } from './findings.ts';
import { looksLikeTemplate } from './looks-like-template.ts';
import { parseOptions } from './kubectl-schema.ts';
import { tabIndentedLines } from './tab-indentation.ts';
import { toJson, type AliasTargets } from './to-json.ts';
import type { JsonValue } from './types.ts';

/** Something found while reading one document; the range counts from the document's first character. */
export interface DocumentProblem {
  readonly code: ManifestFindingCode;
  readonly severity: Severity;
  readonly range: TextRange;
  /** A second place that takes part, e.g. the later of two equal keys. */
  readonly related?: TextRange;
  /** Set when the problem is one of an object and not of its document. */
  readonly objectId?: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The syntax tree of one document and where its aliases lead. */
export interface DocumentTree {
  readonly text: string;
  readonly root: ParsedNode;
  readonly aliases: AliasTargets;
}

/** One document, read without knowing where it stands in its file. */
export type ReadDocument =
  | { readonly status: 'empty' }
  | { readonly status: 'template'; readonly expression: TextRange & { readonly text: string } }
  | { readonly status: 'syntax-error'; readonly problems: readonly DocumentProblem[] }
  | {
      readonly status: 'value';
      readonly value: JsonValue;
      readonly tree: DocumentTree;
      readonly problems: readonly DocumentProblem[];
    };

/**
 * Reads one YAML document the way kubectl does (YAML 1.1 scalars, last duplicate key wins, bounded aliases).
 * Never throws; what kubectl would refuse is a `syntax-error` with its problems.
 */
export function readDocument(text: string): ReadDocument {
  const documents = parseSafely(text);
  if (documents === null) return broken(text, 'the nesting is too deep to read');
  const [first, second] = documents;
  const errors = documents.flatMap((document) => document.errors);
  const template = looksLikeTemplate(text, first?.contents ?? null, errors.length > 0);
  if (template !== null) return { status: 'template', expression: template };
  if (errors.length > 0) return { status: 'syntax-error', problems: syntaxProblems(text, errors) };
  const root = first?.contents ?? null;
  // Comments alone, or nothing at all: kubectl skips it.
  if (
    root === null ||
    (documents.length === 1 && text.slice(root.range[0], root.range[1]).trim() === '')
  ) {
    return { status: 'empty' };
  }
  const { value, problems, aliases } = toJson(root);
  if (problems.some((problem) => problem.severity === 'error')) {
    return { status: 'syntax-error', problems };
  }
  const tree = { text, root, aliases };
  const rest = second === undefined ? [] : [afterEnd(text, second)];
  return { status: 'value', value, tree, problems: [...problems, ...rest] };
}

type YamlDocument = Document.Parsed;

/** The parser reports by data; an exception means that it ran out of stack on deep nesting. */
function parseSafely(text: string): readonly YamlDocument[] | null {
  try {
    const documents = parseAllDocuments(text, parseOptions);
    return 'empty' in documents ? [] : documents;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function broken(text: string, message: string): ReadDocument {
  const range = { start: 0, end: text.length };
  const params = { message, others: '0' };
  return {
    status: 'syntax-error',
    problems: [{ code: 'MANIFEST-SYNTAX', severity: 'error', range, params }],
  };
}

interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** The first error tells; the ones after it are mostly its echo, so they are counted only. */
function syntaxProblems(text: string, errors: readonly ParserError[]): readonly DocumentProblem[] {
  const tabs = tabIndentedLines(text);
  if (errors.some((error) => error.code === 'TAB_AS_INDENT') && tabs.length > 0) {
    const range = { start: tabs[0]?.start ?? 0, end: tabs[0]?.end ?? 0 };
    const params = { lines: String(tabs.length) };
    return [{ code: 'MANIFEST-TAB-INDENT', severity: 'error', range, params }];
  }
  const [first] = errors;
  if (first === undefined) return [];
  const [start, end] = first.pos;
  const params = {
    message: first.message.replace(/\s+/g, ' ').trim(),
    others: String(errors.length - 1),
  };
  const range = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  return [{ code: 'MANIFEST-SYNTAX', severity: 'error', range, params }];
}

/** go-yaml's `Unmarshal` reads one document; what follows `...` is never looked at. */
function afterEnd(text: string, second: YamlDocument): DocumentProblem {
  const range = { start: second.range[0], end: text.trimEnd().length };
  return { code: 'MANIFEST-AFTER-END', severity: 'warning', range, params: {} };
}
