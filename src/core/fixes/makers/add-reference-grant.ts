import { appendDocument, type JsonObject } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';

/** A ReferenceGrant in the target's namespace that permits exactly this reference. */
export const addReferenceGrant: ObjectFixMaker = ({ params }, object, { workspace }) => {
  const file = workspace.files.find((one) => one.id === object.fileId);
  const { fromGroup, fromKind, fromNamespace, toGroup, toKind, toName, toNamespace } = params;
  if (file === undefined || toNamespace === undefined || fromKind === undefined) return [];
  const grant: JsonObject = {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: {
      name: `${object.name}-to-${toName ?? 'target'}`.slice(0, 253),
      namespace: toNamespace,
    },
    spec: {
      from: [{ group: fromGroup ?? '', kind: fromKind, namespace: fromNamespace ?? '' }],
      to: [{ group: toGroup ?? '', kind: toKind ?? '', name: toName ?? '' }],
    },
  };
  return [
    {
      title: `Let ${fromKind} ${object.name} use ${toKind ?? ''} ${toName ?? ''} by a ReferenceGrant in ${toNamespace}`,
      edits: appendDocument(file, grant),
      safe: false,
    },
  ];
};
