import type { FieldRef } from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';

/** The field that holds PEM material; undefined for a dropped file or the system list. */
export function materialField(material: Material | undefined): FieldRef | undefined {
  return material?.source.kind === 'field' ? material.source.field : undefined;
}
