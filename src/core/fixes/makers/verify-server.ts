import { itemsAt, stringAt } from '../../gateway-api/index.ts';
import { removeKey } from '../../manifest/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';
import { appendDocuments } from './append-documents.ts';
import { authorityObject } from './authority-object.ts';
import { oneFix } from './one-fix.ts';
import { presentedLeaf } from './presented.ts';

const EFFECT = { effect: 'Step 8 then verifies the server certificate.' };

/**
 * Removes insecureSkipVerify. Settings that name no CA get the one above what the backend presents in its place, or
 * the system's.
 *
 * @param system the field takes wellKnownCACertificates
 */
export function verifyServer({ system }: { readonly system: boolean }): ObjectFixMaker {
  return (finding, object, context) => {
    const { field } = finding;
    const range = field && object.rangeOf(field.path).pair;
    if (field === undefined || range === undefined) return [];
    const tls = field.path.slice(0, -1);
    const of = `${object.kind} ${object.name}`;
    const hasCa =
      itemsAt(object.value, [...tls, 'caCertificateRefs']).length > 0 ||
      stringAt(object.value, [...tls, 'wellKnownCACertificates']) !== undefined;
    const removed = oneFix(
      `Remove insecureSkipVerify from ${of}`,
      removeKey(object, field.path),
      EFFECT,
    );
    if (hasCa) return removed;
    const { fileId } = object;
    const bySystem = oneFix(
      `Trust the system's CAs in ${of} instead of any certificate`,
      [{ fileId, range, text: 'wellKnownCACertificates: System' }],
      EFFECT,
    );
    return [...byAuthority(), ...(system ? bySystem : removed)];

    function byAuthority(): readonly FixDraft[] {
      const leaf = presentedLeaf(object, context);
      const file = context.workspace.files.find(({ id }) => id === fileId);
      const ca = leaf && authorityObject(leaf, object.namespace, object.name, context);
      if (ca === undefined || file === undefined || range === undefined) return [];
      const text = `caCertificateRefs: [{ group: "", kind: ConfigMap, name: ${ca.name} }]`;
      const added = ca.added === undefined ? [] : appendDocuments(file, [ca.added]);
      return oneFix(
        `Trust the CA in ConfigMap ${ca.name} in ${of} instead of any certificate`,
        [{ fileId, range, text }, ...added],
        EFFECT,
      );
    }
  };
}
