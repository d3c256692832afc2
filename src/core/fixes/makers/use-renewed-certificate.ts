import { readDataValue } from '../../gateway-api/index.ts';
import type { FixCertificate, FixContext, FixDraft, ObjectFixMaker } from '../types.ts';
import { writeDataValue } from './data-value-of.ts';
import { oneFix } from './one-fix.ts';

/** Puts a renewal of the certificate (same name, same key, later end) in its place, where the workspace has one. */
export const useRenewedCertificate: ObjectFixMaker = ({ params, field, step }, object, context) => {
  const old = context.certificates.get(params.certificate ?? '');
  if (old === undefined) return [];
  const place = old.places.find((one) => one.field?.objectId === object.id);
  const key = (place?.field ?? field)?.path.at(-1);
  const value = typeof key === 'string' ? readDataValue(object, key) : undefined;
  if (!value?.text.includes('-----BEGIN CERTIFICATE-----')) return [];
  return renewalsOf(old, context).flatMap((renewal): readonly FixDraft[] => {
    const text = replaceBlock(value.text, place?.block ?? 0, renewal.pem);
    const edits = text === undefined ? [] : writeDataValue(object, value, text);
    const day = renewal.notAfter === null ? '' : `, valid to ${isoDay(renewal.notAfter)}`;
    const broken = step === undefined ? '' : ` Step ${String(step)} then finds it in its dates.`;
    return oneFix(`Put the renewed ${renewal.title} into ${object.kind} ${object.name}`, edits, {
      effect: `Taken from ${renewal.places[0]?.label ?? renewal.title}${day}.${broken}`,
    });
  });
};

function renewalsOf(old: FixCertificate, { certificates, at }: FixContext) {
  if (old.subjectKeyId === null) return [];
  return [...certificates.values()].filter(
    (one) =>
      one.id !== old.id &&
      one.subject === old.subject &&
      one.subjectKeyId === old.subjectKeyId &&
      (one.notAfter ?? 0) > Math.max(at, old.notAfter ?? 0) &&
      (one.notBefore ?? 0) <= at,
  );
}

/** The text with its n-th certificate block replaced; undefined when there is no such block. */
function replaceBlock(text: string, block: number, pem: string): string | undefined {
  const blocks = [...text.matchAll(/-----BEGIN [^-]+-----[^]*?-----END [^-]+-----/g)];
  const found = blocks[block];
  if (found === undefined) return undefined;
  const end = found.index + found[0].length;
  return text.slice(0, found.index) + pem.trim() + text.slice(end);
}

function isoDay(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 10);
}
