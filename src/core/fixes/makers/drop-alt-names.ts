import { itemsAt, stringAt } from '../../gateway-api/index.ts';
import { removeKey, setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';
import { exactNames, presentedLeaf } from './presented.ts';

const VALIDATION = ['spec', 'validation'];

/** Says in hostname what subjectAltNames cannot: a name of the certificate, and nothing that is passed over. */
export const dropAltNames: ObjectFixMaker = (_, policy, context) => {
  const removed = removeKey(policy, [...VALIDATION, 'subjectAltNames']);
  const listed = itemsAt(policy.value, [...VALIDATION, 'subjectAltNames']).flatMap(
    (entry) => stringAt(entry, ['hostname']) ?? [],
  );
  const written = stringAt(policy.value, [...VALIDATION, 'hostname']) ?? '';
  const names = exactNames(presentedLeaf(policy, context));
  const of = `${policy.kind} ${policy.name}`;
  const alone = oneFix(`Remove subjectAltNames from ${of}`, removed, {
    effect: `NGINX Gateway Fabric goes on comparing ${written}.`,
  });
  const other = [...listed, ...names].find((name) => name !== written && names.includes(name));
  if (names.includes(written) || other === undefined || removed.length === 0) return alone;
  const renamed = setScalar(policy, [...VALIDATION, 'hostname'], other);
  return [
    ...oneFix(
      `Verify ${other} by hostname instead of subjectAltNames in ${of}`,
      [...removed, ...renamed],
      { effect: 'The name is also sent as SNI.' },
    ),
    ...alone,
  ];
};
