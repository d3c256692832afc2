import type { ObjectStatus } from '../../../../core/implementations/status.ts';
import type { RecordedRef } from './kgateway-output.ts';

/** One list of conditions: the object and, where there is one, what it stands under. */
export function statusName(
  object: string,
  kind: ObjectStatus['kind'],
  ref: RecordedRef | undefined,
): string {
  if (kind === 'object' || ref === undefined) return object;
  if (kind === 'listener') return `${object} listener ${ref.sectionName ?? ''}`;
  const group = kind === 'parent' ? '' : `${ref.group ?? ''}/${ref.kind ?? ''}/`;
  const place = `${group}${ref.namespace ?? ''}/${ref.name}/${ref.sectionName ?? ''}`;
  return `${object} under ${place}`;
}
