import type { ImplementationId } from '../model/index.ts';
import type { FieldHelp } from './field-help.ts';

/** How one gateway takes a field. */
export interface Reader {
  readonly id: ImplementationId;
  readonly how: string;
}

/** How each gateway takes a field, where they differ. */
export function readers(help: FieldHelp | undefined): readonly Reader[] {
  return Object.entries(help?.readBy ?? {}).map(([id, how]) => ({
    id: id as ImplementationId,
    how,
  }));
}
