import type { DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';
import type { GeneralName } from '../types.ts';
import { readGeneralNames } from './general-name.ts';

/** RFC 5280 §4.2.1.6; an empty list is kept. */
export function readSubjectAltName(reader: DerReader): readonly GeneralName[] | null {
  const body = reader.enter(tags.sequence, 'subjectAltName');
  return body ? readGeneralNames(body, 'subjectAltName') : null;
}
