import { setScalar } from '../../manifest/index.ts';
import { stringAt, valueAt } from '../../gateway-api/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';
import { renameReference } from './rename-reference.ts';

/** Names an object that is there: one with a similar name, or the same name in another namespace. */
export const repairMissingTarget: ObjectFixMaker = (finding, object, context) => {
  const { field, params } = finding;
  const parent = field?.path.slice(0, -1);
  const takesNamespace =
    parent !== undefined &&
    field?.path.at(-1) === 'name' &&
    stringAt(valueAt(object.value, parent), ['name']) !== undefined;
  const elsewhere = (params.namespaces ?? '')
    .split(', ')
    .flatMap((namespace): readonly FixDraft[] =>
      namespace === '' || !takesNamespace
        ? []
        : oneFix(
            `Name namespace ${namespace} in ${params.field ?? 'the reference'} of ${object.kind} ${object.name}`,
            setScalar(object, [...parent, 'namespace'], namespace),
            { effect: 'Another namespace has to permit it by a ReferenceGrant.' },
          ),
    );
  const local = parent?.some((segment) => LOCAL.has(String(segment))) === true;
  return [...renameReference(finding, object, context), ...(local ? [] : elsewhere)];
};

/** References that reach their own namespace only. */
const LOCAL: ReadonlySet<string> = new Set(['caCertificateRefs', 'targetRefs', 'targetRef']);
