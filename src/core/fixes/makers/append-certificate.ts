import type { ObjectFixMaker } from '../types.ts';
import { dataValueOf, writeDataValue } from './data-value-of.ts';

/** Adds the certificate that is missing (`issuerCertificate`, a fingerprint) behind those that stand there. */
export const appendCertificate: ObjectFixMaker = ({ params, step, field }, object, context) => {
  const missing = context.certificates.get(params.issuerCertificate ?? '');
  const value = dataValueOf(object, field, ['tls.crt', 'ca.crt']);
  if (missing === undefined || value === undefined) return [];
  const kept = value.text.endsWith('\n') ? value.text : `${value.text}\n`;
  const edits = writeDataValue(object, value, kept + missing.pem);
  const from = params.foundIn ?? missing.places[0]?.label ?? missing.title;
  const has = step === undefined ? '' : ` Step ${String(step)} then has the whole path.`;
  if (edits.length === 0) return [];
  return [
    {
      title: `Add ${missing.title} to ${object.kind} ${object.name}`,
      effect: `Taken from ${from}.${has}`,
      edits,
      safe: false,
    },
  ];
};
