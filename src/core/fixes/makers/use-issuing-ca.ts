import { dataKeys, readDataValue } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import { encodeBase64 } from '../../pki/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';

/**
 * Puts the workspace certificates named by `issuers` (fingerprints, best first) into the trust bundle that the
 * finding is about, in place of what it trusts now.
 */
export const useIssuingCa: ObjectFixMaker = ({ params, step }, object, { certificates }) => {
  const key = dataKeys(object).includes('ca.crt') ? 'ca.crt' : undefined;
  const value = key === undefined ? undefined : readDataValue(object, key);
  if (key === undefined || value === undefined) return [];
  return (params['issuers'] ?? '').split(' ').flatMap((id): FixDraft[] => {
    const issuer = certificates.get(id);
    if (issuer === undefined) return [];
    const pem = issuer.pem.endsWith('\n') ? issuer.pem : `${issuer.pem}\n`;
    const written = value.encoding === 'base64' ? encodeBase64(new TextEncoder().encode(pem)) : pem;
    const edits = setScalar(object, value.field.path, written);
    if (edits.length === 0) return [];
    const from = issuer.places[0] ?? issuer.title;
    return [
      {
        title: `Put ${issuer.title} from ${from} into ${object.kind} ${object.name}`,
        ...(step === undefined ? {} : { effect: `Then step ${String(step)} finds the issuer.` }),
        edits,
        safe: false,
      },
    ];
  });
};
