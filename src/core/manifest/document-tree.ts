import {
  isCollection,
  isSeq,
  parseAllDocuments,
  Scalar,
  type Document,
  type ParsedNode,
} from 'yaml';
import { flattenFlow } from './flatten-flow.ts';
import { parseOptions } from './kubectl-schema.ts';
import { toJson, type AliasTargets } from './to-json.ts';

/** The syntax tree of one document and where its aliases lead. */
export interface DocumentTree {
  readonly text: string;
  readonly root: ParsedNode;
  readonly aliases: AliasTargets;
}

export type YamlDocument = Document.Parsed;

/** More collections written that way, and a document is left as the parser sees it. */
const MOST_FLATTENED = 50;

/**
 * Parses a text that holds one document (more only behind `...`), errors as data. Brackets whose lines stand as far left
 * as their key are put on one line first: `yaml` follows the specification and refuses them, kubectl takes them.
 */
export function parseStream(text: string): readonly YamlDocument[] {
  let source = text;
  for (let round = 0; ; round += 1) {
    const parsed = parseAllDocuments(source, parseOptions);
    const documents = 'empty' in parsed ? [] : parsed;
    const start = round < MOST_FLATTENED ? shallowFlow(documents) : null;
    const flat = start === null ? source : flattenFlow(source, start);
    if (flat === source) return documents;
    source = flat;
  }
}

/** Offset of the first flow collection that the parser has ended too early for its indentation. */
function shallowFlow(documents: readonly YamlDocument[]): number | null {
  const [document] = documents;
  const error = document?.errors.find(({ message }) =>
    /^Flow \w+ in block collection must be sufficiently indented/.test(message),
  );
  return error === undefined ? null : flowEndingAt(document?.contents ?? null, error.pos[0]);
}

function flowEndingAt(node: ParsedNode | null, end: number): number | null {
  if (!isCollection(node)) return null;
  if (node.flow === true) return node.range[1] === end ? node.range[0] : null;
  const nodes: readonly (ParsedNode | null)[] = isSeq(node)
    ? node.items
    : node.items.flatMap(({ key, value }) => [key, value]);
  for (const child of nodes) {
    const found = flowEndingAt(child, end);
    if (found !== null) return found;
  }
  return null;
}

/** The tree of a document whose value is known already: parsed when a range or an edit asks for it. */
export function lazyTree(text: string): DocumentTree {
  let parsed: Pick<DocumentTree, 'root' | 'aliases'> | null = null;
  const parse = (): Pick<DocumentTree, 'root' | 'aliases'> => {
    const root = parseStream(text)[0]?.contents ?? nothing(text);
    parsed = { root, aliases: toJson(root).aliases };
    return parsed;
  };
  return {
    text,
    get root(): ParsedNode {
      return (parsed ?? parse()).root;
    },
    get aliases(): AliasTargets {
      return (parsed ?? parse()).aliases;
    },
  };
}

/** Stands for a document without content: a place to point at. */
function nothing(text: string): ParsedNode {
  const scalar = new Scalar(null);
  return Object.assign(scalar, {
    range: [0, 0, text.length] as [number, number, number],
    source: '',
  }) as Scalar.Parsed;
}
