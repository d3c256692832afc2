import { isMade, madeKeyOf, makerOf, type ObjectIndex } from '../../gateway-api/index.ts';
import type { Finding } from '../../model/index.ts';

/** A finding about what a controller makes is about the object that it is made from: that one is in a file. */
export function aboutMaker(finding: Finding, index: ObjectIndex): Finding {
  const { subject, field, at, ...rest } = finding;
  const ids = [subject.kind === 'object' ? subject.objectId : undefined, field?.objectId];
  const id = ids.find((one) => one !== undefined && madeKeyOf(one) !== null);
  const object = id === undefined ? undefined : index.byId.get(id);
  if (object === undefined || !isMade(object)) return finding;
  const maker = makerOf(index, object);
  if (maker === undefined) return finding;
  const isSubject = subject.kind === 'object' && subject.objectId === object.id;
  const stays = at !== undefined && madeKeyOf(`${at.fileId}#`) === null;
  return {
    ...rest,
    subject: isSubject ? { kind: 'object', objectId: maker.object.id } : subject,
    ...(stays ? { at } : {}),
  };
}
