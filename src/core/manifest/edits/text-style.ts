import type { LineEnding } from '../../source/index.ts';

/** How a document is written, so that what is added looks like the rest. */
export interface TextStyle {
  readonly eol: LineEnding;
  /** Columns per level. */
  readonly step: number;
  /** True for `key:` followed by a deeper `- item`; false when the dash stands below the key. */
  readonly indentedLists: boolean;
  /** JSON: everything in quotes and braces. */
  readonly json: boolean;
}

export const PLAIN_STYLE: TextStyle = { eol: '\n', step: 2, indentedLists: true, json: false };

export function detectStyle(text: string, eol: LineEnding): TextStyle {
  const json = isJson(text);
  const step = /[\r\n]( {1,8})[^\s#-]/.exec(text)?.[1]?.length ?? PLAIN_STYLE.step;
  const list = /(?:^|[\r\n])( *)(?:- +)*[^\s#-][^\r\n]*:[ \t]*(?:\r\n|\r|\n)( *)- /.exec(text);
  const indentedLists = list === null || (list[2] ?? '').length > keyColumn(list[0]);
  return { eol, step, indentedLists, json };
}

/** Braces alone do not make JSON: YAML in flow form has keys without quotes. */
export function isJson(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Column of the key on the first line of a match, dashes before it counted. */
function keyColumn(match: string): number {
  return /^[\r\n]*([ -]*)/.exec(match)?.[1]?.length ?? 0;
}
