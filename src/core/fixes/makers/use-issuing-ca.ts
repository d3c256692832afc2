import type { ObjectFixMaker } from '../types.ts';
import { dataValueOf, writeDataValue } from './data-value-of.ts';

/**
 * Puts the workspace certificate that did issue (`issuerCertificate`, a fingerprint) into the trust bundle that the
 * finding is about, in place of what it trusts now or beside it.
 */
export const useIssuingCa: ObjectFixMaker = ({ params, step, field }, object, context) => {
  const issuer = context.certificates.get(params.issuerCertificate ?? '');
  const value = dataValueOf(object, field, ['ca.crt']);
  if (issuer === undefined || value === undefined) return [];
  const from = params.foundIn ?? issuer.places[0] ?? issuer.title;
  const effect =
    step === undefined ? {} : { effect: `Step ${String(step)} then finds the issuer.` };
  const place = `${object.kind} ${object.name}`;
  const kept = value.text.endsWith('\n') ? value.text : `${value.text}\n`;
  return [
    {
      title: `Put ${issuer.title} from ${from} into ${place}`,
      ...effect,
      edits: writeDataValue(object, value, issuer.pem),
      safe: false,
    },
    {
      title: `Add ${issuer.title} from ${from} to ${place}, beside what it trusts now`,
      ...effect,
      edits: writeDataValue(object, value, kept + issuer.pem),
      safe: false,
    },
  ].filter(({ edits }) => edits.length > 0);
};
