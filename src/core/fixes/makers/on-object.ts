import type { FixMaker, ObjectFixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';

/** Makes nothing of findings that are not about an object. */
export function onObject(maker: ObjectFixMaker): FixMaker {
  return (finding, context) => {
    const { subject } = finding;
    if (subject.kind !== 'object') return [];
    const object = context.index.byId.get(subject.objectId);
    return object === undefined ? [] : maker(finding, asWritten(object, context), context);
  };
}
