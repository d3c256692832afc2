import { setScalar } from '../../manifest/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';

const VERIFIED_NAME = ['spec', 'validation', 'hostname'];

/** Verifies one of the names that the presented certificate has (`names`, comma separated), wildcards left out. */
export const useCertificateName: ObjectFixMaker = ({ params }, object) =>
  (params.names ?? '').split(', ').flatMap((name): FixDraft[] => {
    if (name === '' || name.includes('*')) return [];
    const edits = setScalar(object, VERIFIED_NAME, name);
    const title = `Verify the name ${name} in ${object.kind} ${object.name}`;
    const effect = 'The name is also sent as SNI.';
    return edits.length === 0 ? [] : [{ title, effect, edits, safe: false }];
  });
