import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';

/**
 * Sets the finding's field to the value of one of its parameters.
 *
 * @param asNumber the field is an integer in the schema
 */
export function setFieldTo(
  parameter: string,
  options: { readonly safe: boolean; readonly asNumber?: true },
): ObjectFixMaker {
  return (finding, object) => {
    const value = finding.params[parameter];
    if (value === undefined || finding.field === undefined) return [];
    const written = options.asNumber === true ? Number(value) : value;
    const edits = setScalar(object, finding.field.path, written);
    const title = `Set ${finding.params.field ?? 'the field'} of ${object.kind} ${object.name} to ${value}`;
    return edits.length === 0 ? [] : [{ title, edits, safe: options.safe }];
  };
}
