import type { TextRange } from '../../model/index.ts';

/** A stretch of a guide: the inside of a Markdown fence, or what stands between fences. */
export interface GuideRegion {
  readonly kind: 'fence' | 'prose';
  /** First word after the opening fence, lower case: `yaml`, `shell`, empty. */
  readonly language: string;
  readonly range: TextRange;
}

/** One line of a text, without its line end. */
export interface GuideLine {
  readonly start: number;
  /** End of the text of the line. */
  readonly end: number;
  /** Start of the next line. */
  readonly next: number;
  readonly text: string;
}

const FENCE = /^[ \t]*(?:>[ \t]?)*(`{3,}|~{3,})[ \t]*([^\s`{]*)[^`]*$/;

/**
 * Cuts a guide at its Markdown fences (CommonMark §4.5), those in lists and quotes included. A text without fences is one
 * stretch of prose; a fence that is not closed runs to the end.
 */
export function guideRegions(text: string): readonly GuideRegion[] {
  const regions: GuideRegion[] = [];
  let open: { readonly mark: string; readonly language: string } | null = null;
  let start = 0;
  const close = (end: number): void => {
    const kind = open === null ? 'prose' : 'fence';
    if (end > start) regions.push({ kind, language: open?.language ?? '', range: { start, end } });
  };
  for (const line of linesOf(text, { start: 0, end: text.length })) {
    const match = FENCE.exec(line.text);
    const mark = match?.[1] ?? '';
    if (match === null) continue;
    if (open === null) {
      close(line.start);
      open = { mark, language: (match[2] ?? '').toLowerCase() };
    } else if (mark.startsWith(open.mark) && (match[2] ?? '') === '') {
      close(line.start);
      open = null;
    } else continue;
    start = line.next;
  }
  close(text.length);
  return regions;
}

/** The lines of a part of a text. LF, CRLF and a lone CR end a line. */
export function* linesOf(text: string, range: TextRange): Generator<GuideLine> {
  let start = range.start;
  while (start < range.end) {
    const line = lineAt(text, start, range.end);
    yield line;
    start = line.next;
  }
}

/** The line that begins at `start`, up to `limit` at most. */
export function lineAt(text: string, start: number, limit: number): GuideLine {
  let end = start;
  while (end < limit && text[end] !== '\n' && text[end] !== '\r') end += 1;
  const isCrLf = text[end] === '\r' && text[end + 1] === '\n' && end + 1 < limit;
  const next = Math.min(end + (isCrLf ? 2 : 1), limit);
  return { start, end, next, text: text.slice(start, end) };
}
