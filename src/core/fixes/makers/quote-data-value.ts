import { valueAt } from '../../gateway-api/index.ts';
import type { ObjectFixMaker } from '../types.ts';

/** Quotes a number or truth value under data as it is written, so that YAML reads text. */
export const quoteDataValue: ObjectFixMaker = ({ field, params }, object, { workspace }) => {
  if (field === undefined) return [];
  const value = valueAt(object.value, field.path);
  const range = object.rangeOf(field.path).value;
  const file = workspace.files.find(({ id }) => id === object.fileId);
  if (file === undefined || (typeof value !== 'number' && typeof value !== 'boolean')) return [];
  const written = file.text.slice(range.start, range.end);
  if (!/^[\w.+-]+$/.test(written)) return [];
  const title = `Quote ${params.field ?? 'the value'} of ${object.kind} ${object.name}`;
  return [{ title, edits: [{ fileId: file.id, range, text: `"${written}"` }], safe: true }];
};
