import type { Finding } from '../../model/index.ts';
import type { MaterialText } from './material-text.ts';

/** What a finding about PEM text is about, and where that stands. */
export function placeOf(text: MaterialText): Pick<Finding, 'subject' | 'at' | 'field'> {
  if (text.owner.kind === 'blob') return { subject: { kind: 'blob', blobId: text.owner.blob.id } };
  const { object, value } = text.owner;
  return {
    subject: { kind: 'object', objectId: object.id },
    at: { fileId: object.fileId, range: object.rangeOf(value.field.path).value },
    field: value.field,
  };
}
