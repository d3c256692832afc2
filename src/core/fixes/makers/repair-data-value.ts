import { readDataValue, type DataValue } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import { decodeCertificate, encodeBase64, encodePem, repairPem } from '../../pki/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Writes the value as its reader wants it: escaped characters, layers of base64, DER and damaged PEM lines mended. */
export const repairDataValue: ObjectFixMaker = ({ field, code }, object) => {
  const key = field?.path.at(1);
  if (field === undefined || typeof key !== 'string') return [];
  const value = readDataValue(object, key);
  if (value === undefined) return [];
  const known = value.problems.find((problem) => 'repaired' in problem);
  const repaired =
    known !== undefined && 'repaired' in known
      ? known.repaired
      : encode(
          code === 'PEM-DER-INSTEAD' ? pemOf(value) : repairPem(value.text)?.text,
          value.encoding,
        );
  if (repaired === undefined) return [];
  return oneFix(
    `Repair ${key} of ${object.kind} ${object.name}`,
    setScalar(object, value.field.path, repaired),
    {
      effect: 'The certificate or key stays the same; only how it is written changes.',
      safe: true,
    },
  );
};

function pemOf({ bytes }: DataValue): string | undefined {
  return decodeCertificate(bytes).ok ? encodePem('CERTIFICATE', bytes) : undefined;
}

function encode(text: string | undefined, encoding: 'base64' | 'plain'): string | undefined {
  if (text === undefined || encoding === 'plain') return text;
  return encodeBase64(new TextEncoder().encode(text));
}
