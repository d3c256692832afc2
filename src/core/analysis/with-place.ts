import type { ObjectIndex } from '../gateway-api/index.ts';
import type { Finding } from '../model/index.ts';

/** A finding with its place in the text: where its field stands, else the name of its object. */
export function withPlace(finding: Finding, index: ObjectIndex): Finding {
  if (finding.at !== undefined) return finding;
  const { field, subject } = finding;
  const objectId = field?.objectId ?? (subject.kind === 'object' ? subject.objectId : undefined);
  const object = objectId === undefined ? undefined : index.byId.get(objectId);
  if (object === undefined) return finding;
  const { value, key } = object.rangeOf(field?.path ?? ['metadata', 'name']);
  return { ...finding, at: { fileId: object.fileId, range: key ?? value } };
}
