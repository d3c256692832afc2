import type { DocumentProblem } from './document-problem.ts';

/** What is said about a file as a whole: how its text is stored. Ranges count from its first character. */
export function fileNotes(text: string): readonly DocumentProblem[] {
  return [...byteOrderMark(text), ...carriageReturns(text)];
}

function byteOrderMark(text: string): readonly DocumentProblem[] {
  if (!text.startsWith('\uFEFF')) return [];
  const range = { start: 0, end: 1 };
  return [{ code: 'MANIFEST-BYTE-ORDER-MARK', severity: 'note', range, params: {} }];
}

function carriageReturns(text: string): readonly DocumentProblem[] {
  const first = text.indexOf('\r\n');
  if (first === -1) return [];
  const lines = text.split('\r\n').length - 1;
  const range = { start: first, end: first + 2 };
  return [{ code: 'MANIFEST-CRLF', severity: 'note', range, params: { lines: String(lines) } }];
}
