import { Document, isMap, isPair, isScalar, isSeq, type Node } from 'yaml';

/** A value of a manifest; fields that are undefined are left out. */
export type ManifestValue =
  | string
  | number
  | boolean
  | readonly ManifestValue[]
  | { readonly [field: string]: ManifestValue | undefined };

/** A comment above the field at `path`; above the document when the path is empty. */
export interface Note {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** One object before it is written. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for cluster-scoped kinds. */
  readonly namespace?: string;
  readonly type?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: ManifestValue;
  readonly notes?: readonly Note[];
}

/** Writes one object as clean YAML: two blanks, literal blocks for texts of several lines, comments. */
export function writeManifest(manifest: Manifest): string {
  const { apiVersion, kind, name, namespace, type, data, spec, notes } = manifest;
  const metadata = { name, namespace };
  const value = { apiVersion, kind, metadata, type, data, spec };
  // The same labels twice are written twice: anchors are not how manifests look.
  const document = new Document(value, { aliasDuplicateObjects: false });
  for (const note of notes ?? []) comment(document, note);
  return document.toString({ lineWidth: 0, blockQuote: 'literal' });
}

function comment(document: Document, { path, text }: Note): void {
  const last = path.at(-1);
  const comment = text
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
  const parent: unknown =
    path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
  const node = last === undefined ? document.contents : child(parent, last);
  if (node !== null && node !== undefined) node.commentBefore = comment;
}

/** The node that a comment goes above: the key in a mapping, the item in a sequence. */
function child(parent: unknown, at: string | number): Node | undefined {
  if (isSeq<Node>(parent)) return parent.items[Number(at)];
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === at);
  return isPair(pair) && isScalar(pair.key) ? pair.key : undefined;
}
