import type { FieldPath, TextRange, WorkspaceFile } from '../model/index.ts';
import { isClusterScoped } from './cluster-scoped.ts';
import { fieldRange, nodeRange } from './field-range.ts';
import { identify, type Identity } from './identify.ts';
import { objectKey } from './object-key.ts';
import { rememberSource } from './object-source.ts';
import type { DocumentTree } from './document-tree.ts';
import type { DocumentProblem } from './document-problem.ts';
import type { ReadDocument } from './read-document.ts';
import type { FieldRange, JsonObject, JsonValue, ManifestObject, ParsedDocument } from './types.ts';

/** Where a document stands. */
export interface DocumentPlace {
  readonly file: WorkspaceFile;
  readonly documentIndex: number;
  /** Offset of the document's first character in its file. */
  readonly offset: number;
  /** Namespace of objects that name none. */
  readonly namespace: string;
}

export interface DocumentObjects {
  readonly status: ParsedDocument['status'];
  readonly objects: readonly ManifestObject[];
  readonly problems: readonly DocumentProblem[];
}

/** The Kubernetes objects of one document: none, one, or the items of a list. */
export function objectsOf(document: ReadDocument, place: DocumentPlace): DocumentObjects {
  switch (document.status) {
    case 'empty':
      return { status: 'empty', objects: [], problems: [] };
    case 'template':
      return { status: 'template', objects: [], problems: [templateProblem(document.expression)] };
    case 'syntax-error':
      return { status: 'syntax-error', objects: [], problems: document.problems };
    case 'value': {
      const { value, tree, range, nameRange = null, problems } = document;
      const id = documentId(place);
      const read = readValue({ value, tree, range, nameRange, place, id, path: [] });
      return { ...read, problems: [...problems, ...read.problems] };
    }
    default:
      return document satisfies never;
  }
}

function documentId(place: DocumentPlace): string {
  return `${place.file.id}#${place.documentIndex}`;
}

function templateProblem(expression: {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}): DocumentProblem {
  const range = { start: expression.start, end: expression.end };
  const params = { expression: expression.text };
  return { code: 'MANIFEST-TEMPLATE', severity: 'warning', range, params };
}

/** A value that may be an object: a whole document or one item of a list. */
interface Candidate {
  readonly value: JsonValue;
  readonly tree: DocumentTree;
  /** Extent of the whole document's content. */
  readonly range: TextRange;
  /** Value of the document's own `metadata.name`, where it is known without the tree. */
  readonly nameRange: TextRange | null;
  readonly place: DocumentPlace;
  readonly id: string;
  readonly path: FieldPath;
}

function readValue(candidate: Candidate): DocumentObjects {
  const identity = identify(candidate.value);
  switch (identity.kind) {
    case 'object':
      return { status: 'object', ...buildObject(candidate, identity) };
    case 'list':
      return readList(candidate, identity.items);
    case 'refused':
      return {
        status: identity.status,
        objects: [],
        problems: [
          {
            code: identity.code,
            severity: identity.severity,
            range: headRange(candidate, identity.at),
            params: identity.params,
          },
        ],
      };
    default:
      return identity satisfies never;
  }
}

/** kubectl visits the items of every list, whatever the list's kind (cli-runtime `FlattenListVisitor`). */
function readList(candidate: Candidate, items: readonly JsonValue[]): DocumentObjects {
  const objects: ManifestObject[] = [];
  const problems: DocumentProblem[] = [];
  items.forEach((value, index) => {
    const path = [...candidate.path, 'items', index];
    const id = `${candidate.id}.${index}`;
    const item = readValue({ ...candidate, value, path, id });
    objects.push(...item.objects);
    problems.push(...item.problems);
  });
  return { status: 'list', objects, problems };
}

function buildObject(
  { value, tree, range, nameRange, place, id, path }: Candidate,
  identity: Extract<Identity, { kind: 'object' }>,
): Pick<DocumentObjects, 'objects' | 'problems'> {
  const { group, version, apiVersion, kindName, name } = identity;
  const scoped = isClusterScoped(group, kindName);
  const namespace = scoped ? '' : identity.namespace || place.namespace;
  // Items of a list ask the syntax tree, which need not exist yet.
  const placedRange = (): TextRange => {
    const { start, end } = path.length === 0 ? range : fieldRange(tree, path).value;
    return { start: start + place.offset, end: end + place.offset };
  };
  const rangeOf = (field: FieldPath): FieldRange =>
    placed(fieldRange(tree, [...path, ...field]), place.offset);
  const knownName = path.length === 0 && nameRange !== null ? nameRange : undefined;
  const object: ManifestObject = {
    id,
    key: objectKey(group, kindName, namespace, name),
    apiVersion,
    group,
    version,
    kind: kindName,
    name,
    namespace,
    fileId: place.file.id,
    documentIndex: place.documentIndex,
    get range(): TextRange {
      return placedRange();
    },
    value: value as JsonObject,
    rangeOf: (field) =>
      knownName !== undefined && isName(field)
        ? nameField(shifted(knownName, place.offset), () => rangeOf(field))
        : rangeOf(field),
  };
  rememberSource(object, { tree, path, offset: place.offset, fileText: place.file.text });
  return { objects: [object], problems: namespaceProblem(object, identity, place) };
}

/** cli-runtime `RequireNamespace`: `kubectl -n a` refuses an object that says `namespace: b`. */
function namespaceProblem(
  object: ManifestObject,
  identity: Extract<Identity, { kind: 'object' }>,
  { file, offset }: DocumentPlace,
): readonly DocumentProblem[] {
  const wanted = file.defaultNamespace;
  const found = identity.namespace;
  if (wanted === undefined || object.namespace === '' || found === '' || found === wanted)
    return [];
  const { start, end } = object.rangeOf(['metadata', 'namespace']).value;
  return [
    {
      code: 'MANIFEST-NAMESPACE-MISMATCH',
      severity: 'error',
      range: { start: start - offset, end: end - offset },
      objectId: object.id,
      params: { object: `${object.kind} ${object.name}`, wanted, found },
    },
  ];
}

function headRange({ tree, path }: Candidate, at: FieldPath): DocumentProblem['range'] {
  const field = fieldRange(tree, [...path, ...at]);
  const range = field.pair ?? field.value;
  if (field.pair !== undefined && at.length > 0) return range;
  // A whole document would be underlined from top to bottom: its first line says enough.
  const start = Math.max(range.start, nodeRange(tree, tree.root).start);
  const lineEnd = /\r|\n/.exec(tree.text.slice(start, range.end))?.index;
  return { start, end: lineEnd === undefined ? range.end : start + lineEnd };
}

function isName([section, key, ...rest]: FieldPath): boolean {
  return section === 'metadata' && key === 'name' && rest.length === 0;
}

/** The tree is only made when more than the value is asked for. */
function nameField(value: TextRange, full: () => FieldRange): FieldRange {
  return {
    value,
    get key(): TextRange {
      return full().key ?? value;
    },
    get pair(): TextRange {
      return full().pair ?? value;
    },
  };
}

function placed(field: FieldRange, offset: number): FieldRange {
  return {
    value: shifted(field.value, offset),
    ...(field.key === undefined ? {} : { key: shifted(field.key, offset) }),
    ...(field.pair === undefined ? {} : { pair: shifted(field.pair, offset) }),
  };
}

function shifted({ start, end }: TextRange, offset: number): TextRange {
  return { start: start + offset, end: end + offset };
}
