import { fieldFacts, helpFor, readers } from '../../help/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldDescription } from '../../schema/index.ts';
import type { FieldBase } from './types.ts';

/** Patterns that fit on a line; longer ones are told by the server's answer when they do not match. */
const LONGEST_FACT = 60;

/**
 * What there is to say beside a control, which itself shows whether the field is required, its choices and the fields in it.
 */
export function aboutField(
  object: ManifestObject,
  description: FieldDescription,
): Pick<FieldBase, 'facts' | 'help' | 'readBy'> {
  const help = helpFor(object, description.path);
  return {
    facts: fieldFacts({ ...description, required: false }).filter(
      (fact) => fact.length <= LONGEST_FACT && fact !== 'object' && !fact.startsWith('one of '),
    ),
    help: help?.text ?? '',
    readBy: readers(help),
  };
}
