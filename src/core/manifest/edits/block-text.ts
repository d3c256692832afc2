import { stringify } from 'yaml';
import { parseOptions } from '../kubectl-schema.ts';
import type { JsonValue } from '../types.ts';
import { isPrintable, scalarText } from './scalar-text.ts';
import type { TextStyle } from './text-style.ts';

/**
 * A value as block YAML. The first line has no indentation, the others have `indent` columns; no last line end.
 * New nodes are the only ones written by `yaml`.
 *
 * @param literals false to write texts of several lines in quotes (see `literalFits`)
 */
export function blockText(
  value: JsonValue,
  indent: number,
  style: TextStyle,
  literals = true,
): string {
  const written = stringify(value, {
    ...parseOptions,
    indent: style.step,
    indentSeq: style.indentedLists,
    lineWidth: 0,
    blockQuote: literals && !hasOddText(value) ? 'literal' : false,
    aliasDuplicateObjects: false,
  });
  const pad = ' '.repeat(indent);
  return written
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : pad + line))
    .join(style.eol);
}

/** Texts that a block scalar would not give back: odd line ends, leading blanks, characters that need an escape. */
function hasOddText(value: JsonValue): boolean {
  if (typeof value === 'string') return !isPrintable(value) || /\n\n$|^[ \t\n]/.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item: JsonValue) => hasOddText(item));
}

/** A value as flow YAML on one line, or as JSON over several lines when `indent` is given. */
export function flowText(value: JsonValue, style: TextStyle, indent?: number): string {
  if (style.json) {
    const text = JSON.stringify(value, null, indent === undefined ? undefined : style.step);
    return text.replaceAll('\n', style.eol + ' '.repeat(indent ?? 0));
  }
  if (typeof value !== 'object' || value === null) return scalarText(value, 'plain');
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    return `[${items.map((item) => flowText(item, style)).join(', ')}]`;
  }
  const pairs = Object.entries(value).map(
    ([key, item]: [string, JsonValue]) => `${scalarText(key, 'plain')}: ${flowText(item, style)}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** True for `{}` and `[]`, which are written in flow form everywhere. */
export function isEmptyCollection(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** True for maps and lists with something in them. */
export function isFilledCollection(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
