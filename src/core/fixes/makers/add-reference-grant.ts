import { referenceGrantManifest } from '../../gateway-api/index.ts';
import { appendDocument } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';

/** A ReferenceGrant in the target's namespace that permits exactly this reference. */
export const addReferenceGrant: ObjectFixMaker = ({ params }, object, { workspace }) => {
  const file = workspace.files.find((one) => one.id === object.fileId);
  const { fromGroup, fromKind, fromNamespace, toGroup, toKind, toName, toNamespace } = params;
  if (file === undefined || toNamespace === undefined || fromKind === undefined) return [];
  const grant = referenceGrantManifest(
    object.name,
    { group: fromGroup ?? '', kind: fromKind, namespace: fromNamespace ?? '' },
    { group: toGroup ?? '', kind: toKind ?? '', name: toName ?? '', namespace: toNamespace },
  );
  return [
    {
      title: `Let ${fromKind} ${object.name} use ${toKind ?? ''} ${toName ?? ''} by a ReferenceGrant in ${toNamespace}`,
      edits: appendDocument(file, grant),
      safe: false,
    },
  ];
};
