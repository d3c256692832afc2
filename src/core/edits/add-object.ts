import { objectKey } from '../gateway-api/index.ts';
import type { ImplementationId } from '../model/index.ts';
import { applyObjectEdit } from './apply-object-edit.ts';
import { connectObjects } from './connect-objects.ts';
import { connectWays } from './connect-ways.ts';
import { editSource } from './edit-source.ts';
import { usualGatewayClass } from './gateway-class.ts';
import { nameFault, namespaceFault } from './name-fault.ts';
import { placeDocument } from './new-documents.ts';
import { groupKindOfNew, newManifest, type NewKind } from './new-manifest.ts';
import { edited, refused } from './outcome.ts';
import { minimalChange } from '../source/index.ts';
import type { EditOutcome, EditSource, ObjectEdit } from './types.ts';

/** What is to be added, and beside what. */
export interface Addition {
  readonly kind: NewKind;
  readonly name: string;
  readonly namespace: string;
  /** The object that it is wired to, in whichever direction the API has a field for. */
  readonly beside?: string;
  /** The gateway that is looked at: its class is that of a new Gateway where the files name none. */
  readonly lens?: ImplementationId;
}

/** Adds an object with the least that the API server takes, connected with the one it is added beside. */
export function addObject(source: EditSource, addition: Addition): EditOutcome {
  const { kind, name, beside } = addition;
  const groupKind = groupKindOfNew(kind);
  const gatewayClass = usualGatewayClass(source, addition.lens ?? null);
  const manifest = newManifest(kind, name, addition.namespace, gatewayClass);
  const namespace = kind === 'Namespace' ? '' : addition.namespace;
  const [group = ''] = groupKind.split('/');
  const key = objectKey(group, kind, namespace, name);
  const place = { key, group, kind, namespace, name };
  const fault =
    nameFault(name, place, undefined, source) ??
    (kind === 'Namespace' ? null : namespaceFault(namespace));
  if (fault !== null) return refused(fault);
  if (source.index.byKey.has(key)) return refused(`There is a ${kind} ${name} already.`);
  const anchor = beside === undefined ? undefined : source.index.byKey.get(beside);
  const stem = `${kind.toLowerCase()}-${name}`;
  const placed = placeDocument(source, manifest, namespace, anchor?.fileId, stem);
  const edit = { ...placed, renamed: {} };
  const wired = anchor === undefined ? null : wire(source, edit, key, anchor.key);
  return edited({ label: `Add ${kind} ${name}`, ...(wired ?? placed), selects: key });
}

type Changes = Pick<ObjectEdit, 'edits' | 'files'>;

/** Connects what was just added with the object beside it; null where no field can. */
function wire(
  source: EditSource,
  added: Changes & Pick<ObjectEdit, 'renamed'>,
  key: string,
  beside: string,
): Changes | null {
  const between = editSource(applyObjectEdit(source.workspace, added));
  const fresh = between.index.byKey.get(key);
  const anchor = between.index.byKey.get(beside);
  if (fresh === undefined || anchor === undefined) return null;
  const [out] = connectWays(anchor, fresh);
  const [into] = connectWays(fresh, anchor);
  const way = out ?? into;
  if (way === undefined) return null;
  const [from, to] = out === undefined ? [key, beside] : [beside, key];
  const outcome = connectObjects(between, from, to, way.id);
  if (outcome.kind === 'refused') return null;
  const after = applyObjectEdit(between.workspace, outcome.edit);
  return changesBetween(source, after.files);
}

function changesBetween(
  { workspace }: EditSource,
  after: EditSource['workspace']['files'],
): Changes {
  const known = new Set(workspace.files.map(({ id }) => id));
  return {
    files: after.filter(({ id }) => !known.has(id)),
    edits: workspace.files.flatMap((file) => {
      const text = after.find(({ id }) => id === file.id)?.text ?? '';
      const change = minimalChange(file.text, text);
      if (change === null) return [];
      return [
        { fileId: file.id, range: { start: change.start, end: change.end }, text: change.text },
      ];
    }),
  };
}
