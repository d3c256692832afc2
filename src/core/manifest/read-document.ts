import type { TextRange } from '../model/index.ts';
import type { DocumentProblem } from './document-problem.ts';
import { LIMITS } from '../source/index.ts';
import { looksLikeTemplate } from './looks-like-template.ts';
import { nestingDepth } from './nesting-depth.ts';
import { refusedTabs, tabIndentedLines } from './tab-indentation.ts';
import { lazyTree, parseStream, type DocumentTree, type YamlDocument } from './document-tree.ts';
import { nodeRange } from './field-range.ts';
import { readPlainDocument } from './plain-reader.ts';
import { toJson } from './to-json.ts';
import type { JsonValue } from './types.ts';

/** One document, read without knowing where it stands in its file. */
export type ReadDocument =
  | { readonly status: 'empty' }
  | { readonly status: 'template'; readonly expression: TextRange & { readonly text: string } }
  | { readonly status: 'syntax-error'; readonly problems: readonly DocumentProblem[] }
  | {
      readonly status: 'value';
      readonly value: JsonValue;
      readonly tree: DocumentTree;
      /** From the first to the last character of the content. */
      readonly range: TextRange;
      /** Value of `metadata.name`, where it is known without the tree. */
      readonly nameRange?: TextRange | null;
      readonly problems: readonly DocumentProblem[];
    };

/** What the parser is given at all; real bounds are checked on the tree. */
const DEEPEST = 2 * LIMITS.yamlDepth;

/**
 * Reads one YAML document the way kubectl does (YAML 1.1 scalars, last duplicate key wins, bounded aliases).
 * Never throws; what kubectl would refuse is a `syntax-error` with its problems.
 */
export function readDocument(text: string): ReadDocument {
  const plain = readPlainDocument(text);
  if (plain !== null) return { status: 'value', ...plain, tree: lazyTree(text), problems: [] };
  return readWithParser(text);
}

/** `readDocument` by the full parser alone. */
export function readWithParser(text: string): ReadDocument {
  if (nestingDepth(text, DEEPEST) >= DEEPEST) return tooDeep(text);
  const documents = parseStream(text);
  const [first, second] = documents;
  const errors = documents.flatMap((document) => document.errors).filter(isKubectlError);
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
  const tabs = refusedTabs(text, root);
  if (tabs.length > 0) return { status: 'syntax-error', problems: [tabProblem(tabs)] };
  const { value, problems, aliases } = toJson(root);
  if (problems.some((problem) => problem.severity === 'error')) {
    return { status: 'syntax-error', problems };
  }
  const tree = { text, root, aliases };
  const rest = second === undefined ? [] : [afterEnd(text, second)];
  const { start, end } = nodeRange(tree, root);
  const range = { start, end: start + text.slice(start, end).trimEnd().length };
  return { status: 'value', value, tree, range, problems: [...problems, ...rest] };
}

function tooDeep(text: string): ReadDocument {
  const start = text.length - text.trimStart().length;
  const end = /[\r\n]/.exec(text.slice(start))?.index ?? text.length - start;
  const range = { start, end: start + Math.min(end, 80) };
  const params = { limit: String(LIMITS.yamlDepth) };
  return {
    status: 'syntax-error',
    problems: [{ code: 'MANIFEST-DEPTH', severity: 'error', range, params }],
  };
}

interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** go-yaml takes a comment right behind a bracket or a quote. */
function isKubectlError({ message }: ParserError): boolean {
  return !message.startsWith('Comments must be separated');
}

function tabProblem(tabs: readonly TextRange[]): DocumentProblem {
  const range = { start: tabs[0]?.start ?? 0, end: tabs[0]?.end ?? 0 };
  const params = { lines: String(tabs.length) };
  return { code: 'MANIFEST-TAB-INDENT', severity: 'error', range, params };
}

/** The first error tells; the ones after it are mostly its echo, so they are counted only. */
function syntaxProblems(text: string, errors: readonly ParserError[]): readonly DocumentProblem[] {
  const tabs = tabIndentedLines(text);
  if (errors.some((error) => error.code === 'TAB_AS_INDENT') && tabs.length > 0) {
    return [tabProblem(tabs)];
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
