import { stringAt } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

const VERIFIED_NAME = ['spec', 'validation', 'hostname'];

/** Verifies one of the names that the presented certificate has (`names`, as a sentence lists them), wildcards left out. */
export const useCertificateName: ObjectFixMaker = ({ params, field }, object) => {
  const own = field?.objectId === object.id ? field.path : undefined;
  const isName = own !== undefined && stringAt(object.value, own) !== undefined;
  const path = isName ? own : object.kind === 'BackendTLSPolicy' ? VERIFIED_NAME : undefined;
  if (path === undefined) return [];
  const isSent =
    ['hostname', 'sni'].includes(String(path.at(-1))) && !path.includes('subjectAltNames');
  return (params.names ?? '')
    .split(/, | and /)
    .flatMap((name): readonly FixDraft[] =>
      name === '' || name === 'none' || name.includes('*')
        ? []
        : oneFix(
            `Verify the name ${name} in ${object.kind} ${object.name}`,
            setScalar(object, path, name),
            isSent ? { effect: 'The name is also sent as SNI.' } : {},
          ),
    );
};
