import { latin1 } from '../../pki/der/asn1-string.ts';
import { tags } from '../../pki/der/tags.ts';
import { attributeOids } from '../../pki/name-attribute-types.ts';
import type { Certificate, GeneralName } from '../../pki/types.ts';
import type { ConstraintError, NameConstraints } from './match-subtrees.ts';

/** More comparisons than this and the libraries answer error 1 (`NAME_CHECK_MAX`, `1 << 20`). */
const maxComparisons = 2 ** 20;

/** Compares one name; `subject-email` is an emailAddress attribute of the subject, the rest stands as it is. */
export type NameCheck = (name: GeneralName, place: 'name' | 'subject-email') => ConstraintError;

/**
 * `NAME_CONSTRAINTS_check`: subject as directory name, its email attributes (IA5String, else 53), then the
 * alternative names, up to the first error.
 */
export function checkNames(
  { subject, extensions }: Certificate,
  constraints: NameConstraints,
  check: NameCheck,
): ConstraintError {
  const alternative = extensions.subjectAltNames ?? [];
  const nameCount = subject.attributes.length + alternative.length;
  const constraintCount = constraints.permitted.length + constraints.excluded.length;
  if (nameCount > 0 && constraintCount > Math.floor(maxComparisons / nameCount)) return 1;
  if (subject.attributes.length > 0) {
    const name = {
      kind: 'directory',
      name: subject,
      value: subject.text,
      raw: subject.der,
    } as const;
    const error = check(name, 'name');
    if (error !== 0) return error;
  }
  for (const { oid, tag, raw } of subject.attributes) {
    if (oid !== attributeOids.emailAddress) continue;
    if (tag !== tags.ia5String) return 53;
    const error = check({ kind: 'email', value: latin1(raw), raw }, 'subject-email');
    if (error !== 0) return error;
  }
  for (const name of alternative) {
    const error = check(name, 'name');
    if (error !== 0) return error;
  }
  return 0;
}
