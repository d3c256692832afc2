import { valueAt } from '../../gateway-api/index.ts';
import type { JsonValue } from '../../manifest/types.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Quotes what has to be text, and takes the quotes off a number or truth value. */
export const writeOtherType: ObjectFixMaker = ({ field, params }, object) => {
  const wanted = /must be of type ([a-z,]+):/.exec(params.message ?? '')?.[1];
  if (field === undefined || wanted === undefined) return [];
  const meant = asType(valueAt(object.value, field.path), wanted);
  if (meant === undefined) return [];
  const verb = typeof meant === 'string' ? 'Quote' : 'Write without quotes';
  const title = `${verb}: ${params.field ?? 'the value'} of ${object.kind} ${object.name}`;
  const range = object.rangeOf(field.path).value;
  const text = typeof meant === 'string' ? JSON.stringify(meant) : String(meant);
  return oneFix(title, [{ fileId: object.fileId, range, text }]);
};

function asType(
  value: JsonValue | undefined,
  wanted: string,
): string | number | boolean | undefined {
  if (wanted === 'string')
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (wanted === 'boolean') return /^(?:true|false)$/.test(value) ? value === 'true' : undefined;
  if (wanted.startsWith('integer')) return /^-?[0-9]+$/.test(value) ? Number(value) : undefined;
  return wanted === 'number' && /^-?[0-9.]+$/.test(value) ? Number(value) : undefined;
}
