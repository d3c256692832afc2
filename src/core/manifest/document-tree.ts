import { parseAllDocuments, Scalar, type Document, type ParsedNode } from 'yaml';
import { parseOptions } from './kubectl-schema.ts';
import { toJson, type AliasTargets } from './to-json.ts';

/** The syntax tree of one document and where its aliases lead. */
export interface DocumentTree {
  readonly text: string;
  readonly root: ParsedNode;
  readonly aliases: AliasTargets;
}

export type YamlDocument = Document.Parsed;

/** Parses a text that holds one document (more only behind `...`), errors as data. */
export function parseStream(text: string): readonly YamlDocument[] {
  const documents = parseAllDocuments(text, parseOptions);
  return 'empty' in documents ? [] : documents;
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
