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
  const from = params.foundIn ?? issuer.places[0]?.label ?? issuer.title;
  const finds = step === undefined ? '' : ` Step ${String(step)} then finds the issuer.`;
  const effect = `Taken from ${from}.${finds}`;
  const place = `${object.kind} ${object.name}`;
  const kept = value.text.endsWith('\n') ? value.text : `${value.text}\n`;
  return [
    {
      title: `Trust ${issuer.title} in ${place}`,
      effect,
      edits: writeDataValue(object, value, issuer.pem),
      safe: false,
    },
    {
      title: `Trust ${issuer.title} in ${place} too`,
      effect: `Added beside what it trusts now. ${effect}`,
      edits: writeDataValue(object, value, kept + issuer.pem),
      safe: false,
    },
  ].filter(({ edits }) => edits.length > 0);
};
