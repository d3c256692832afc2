import { splitDocuments } from '../../manifest/index.ts';
import type { TextRange } from '../../model/index.ts';

/** Text of the document that an offset stands in, and where it begins in its file. */
export interface DocumentAt {
  readonly text: string;
  readonly start: number;
}

/** An offset behind the last separator, where no document has begun yet, gets an empty one. */
export function documentAt(text: string, offset: number): DocumentAt {
  const holds = ({ start, end }: TextRange): boolean => start <= offset && offset <= end;
  const spans = splitDocuments(text);
  // Where one document ends the separator of the next begins: the cursor is still in the first.
  const span = spans.find(({ range }) => holds(range));
  if (span === undefined) return { text: '', start: offset };
  return { text: text.slice(span.range.start, span.range.end), start: span.range.start };
}
