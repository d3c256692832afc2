import { readDataValue } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import { encodeBase64, repairPem } from '../../pki/index.ts';
import type { ObjectFixMaker } from '../types.ts';

/** Writes the value as its reader wants it: escaped characters, layers of base64 and damaged PEM lines mended. */
export const repairDataValue: ObjectFixMaker = ({ field }, object) => {
  const key = field?.path.at(1);
  if (field === undefined || typeof key !== 'string') return [];
  const value = readDataValue(object, key);
  if (value === undefined) return [];
  const known = value.problems.find((problem) => 'repaired' in problem);
  const repaired =
    known !== undefined && 'repaired' in known
      ? known.repaired
      : encode(repairPem(value.text)?.text, value.encoding);
  if (repaired === undefined) return [];
  const edits = setScalar(object, value.field.path, repaired);
  const title = `Repair ${key} of ${object.kind} ${object.name}`;
  const effect = 'The certificate or key stays the same; only how it is written changes.';
  return edits.length === 0 ? [] : [{ title, effect, edits, safe: true }];
};

function encode(text: string | undefined, encoding: 'base64' | 'plain'): string | undefined {
  if (text === undefined || encoding === 'plain') return text;
  return encodeBase64(new TextEncoder().encode(text));
}
