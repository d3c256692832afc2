import type { Analysis, CertificateSummary, ObjectSummary } from '../../../core/analysis/types.ts';
import type { Severity } from '../../../core/model/index.ts';
import type { Selection } from '../../../state/index.ts';
import { validityState, validityWords } from '../../../views/index.ts';

/** One line of the tree. */
export interface TreeRow {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly parentId: string | null;
  readonly kind: string;
  readonly name: string;
  /** The word after the name: the kind of an object. */
  readonly note: string;
  readonly holdsCertificates: boolean;
  readonly mark: Severity | null;
  /** What the mark means, for its accessible name. */
  readonly markWord: string;
  readonly hasChildren: boolean;
  readonly selection: Selection | null;
}

/**
 * The tree as a list of lines, in reading order: namespaces, their objects along the request, the
 * certificates in each. Definitions that a later one replaces are left out. `filter` keeps the objects and
 * certificates that contain it, with their parents.
 */
export function treeRows(analysis: Analysis, at: number, filter = ''): readonly TreeRow[] {
  const certificates = new Map(analysis.certificates.map((one) => [one.id, one]));
  const wanted = filter.trim().toLowerCase();
  const matches = (text: string) => text.toLowerCase().includes(wanted);
  const rowsOf = (object: ObjectSummary): readonly TreeRow[] => {
    const own = object.certificateIds.flatMap((id) => certificates.get(id) ?? []);
    const itself = matches(`${object.name} ${object.kind}`);
    const shown = itself ? own : own.filter((one) => matches(one.title));
    if (!itself && shown.length === 0) return [];
    return [
      objectRow(object, own.length > 0),
      ...shown.map((one, index) => certificateRow(one, object, index, at)),
    ];
  };
  return byNamespace(analysis.objects).flatMap(([space, objects]) => {
    const rows = inReadingOrder(objects).flatMap(rowsOf);
    return rows.length === 0 ? [] : [namespaceRow(space), ...rows];
  });
}

const clusterScoped = 'Cluster';

const spaceOf = ({ namespace }: ObjectSummary) => (namespace === '' ? clusterScoped : namespace);

/** Objects that hold (winners only), by namespace in the order of the files; cluster-scoped ones last. */
function byNamespace(
  objects: readonly ObjectSummary[],
): readonly (readonly [string, readonly ObjectSummary[]])[] {
  const groups = new Map<string, ObjectSummary[]>();
  for (const object of objects) {
    if (object.shadowed) continue;
    const space = spaceOf(object);
    const group = groups.get(space);
    if (group === undefined) groups.set(space, [object]);
    else group.push(object);
  }
  return [...groups].sort(([a], [b]) => Number(a === clusterScoped) - Number(b === clusterScoped));
}

/** The way of a request, then what it is protected with; kinds not named here come last. */
const kindOrder: readonly (readonly string[])[] = [
  ['GatewayClass'],
  ['Gateway'],
  ['HTTPRoute', 'GRPCRoute', 'TLSRoute'],
  ['Service', 'Backend'],
  ['Deployment', 'StatefulSet', 'DaemonSet', 'Pod'],
  ['BackendTLSPolicy', 'BackendConfigPolicy', 'EnvoyProxy', 'ReferenceGrant'],
];

/** Objects of one rank stay in the order of the files; what holds certificates comes before plain data. */
function inReadingOrder(objects: readonly ObjectSummary[]): readonly ObjectSummary[] {
  const rank = (object: ObjectSummary) => {
    const index = kindOrder.findIndex((kinds) => kinds.includes(object.kind));
    if (index !== -1) return index;
    return object.certificateIds.length > 0 ? kindOrder.length : kindOrder.length + 1;
  };
  return [...objects].sort((a, b) => rank(a) - rank(b));
}

const namespaceId = (space: string) => `namespace ${space}`;

function namespaceRow(space: string): TreeRow {
  return {
    id: namespaceId(space),
    level: 1,
    parentId: null,
    kind: 'Namespace',
    name: space,
    note: '',
    holdsCertificates: false,
    mark: null,
    markWord: '',
    hasChildren: true,
    selection: null,
  };
}

function objectRow(object: ObjectSummary, holdsCertificates: boolean): TreeRow {
  return {
    id: object.key,
    level: 2,
    parentId: namespaceId(spaceOf(object)),
    kind: object.kind,
    name: object.name,
    note: object.kind,
    holdsCertificates,
    mark: object.mark,
    markWord: markWords[object.mark ?? 'note'],
    hasChildren: holdsCertificates,
    selection: { kind: 'object', objectKey: object.key },
  };
}

const markWords: Readonly<Record<Severity, string>> = {
  error: 'Fails',
  warning: 'Warning',
  note: 'Note',
};

function certificateRow(
  certificate: CertificateSummary,
  object: ObjectSummary,
  index: number,
  at: number,
): TreeRow {
  const mark = certificateMark(certificate, at);
  return {
    id: `${object.key} ${certificate.id} ${String(index)}`,
    level: 3,
    parentId: object.key,
    kind: 'Certificate',
    name: certificate.title,
    note: '',
    holdsCertificates: false,
    mark,
    markWord: mark === null ? '' : validityWords(certificate, at),
    hasChildren: false,
    selection: { kind: 'certificate', certificateId: certificate.id, ownerId: object.id },
  };
}

function certificateMark(certificate: CertificateSummary, at: number): Severity | null {
  switch (validityState(certificate, at)) {
    case 'expired':
    case 'not-yet':
      return 'error';
    case 'soon':
      return 'warning';
    case 'valid':
    case 'unknown':
      return null;
  }
}

/** The rows that are in sight when the parents in `collapsed` are closed. */
export function visibleRows(
  rows: readonly TreeRow[],
  collapsed: ReadonlySet<string>,
): readonly TreeRow[] {
  const hidden = new Set<string>();
  return rows.filter((row) => {
    const parent = row.parentId;
    const isHidden = parent !== null && (collapsed.has(parent) || hidden.has(parent));
    if (isHidden) hidden.add(row.id);
    return !isHidden;
  });
}
