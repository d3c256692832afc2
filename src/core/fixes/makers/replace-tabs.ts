import { replaceTabIndentation } from '../../manifest/index.ts';
import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Indents with spaces where tabs stand, which YAML does not allow, in the document of the finding. */
export const replaceTabs: FixMaker = ({ at }, { parsed }) => {
  const file = parsed.find((one) => one.file.id === at?.fileId);
  const document = file?.documents.find(
    ({ range }) => at !== undefined && range.start <= at.range.start && at.range.start <= range.end,
  );
  if (file === undefined || document === undefined) return [];
  const { id, path, text } = file.file;
  const edits = replaceTabIndentation(id, text, document.range);
  return oneFix(`Indent ${path} with spaces`, edits, { safe: true });
};
