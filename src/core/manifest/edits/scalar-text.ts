import { needsQuotes } from '../kubectl-schema.ts';

/** Values that stand on one line. */
export type ScalarValue = string | number | boolean | null;

/** Quotes of the scalar that is replaced, so that the new one looks alike. */
export type QuoteStyle = 'plain' | 'single' | 'double';

const SAFE_PLAIN = /^[A-Za-z0-9_./][\w./@%+=~-]*(?:[ :][\w./@%+=~-]+)*$/;
/** Characters that go-yaml refuses outside escapes, or takes for line ends. */
const ESCAPED = /[\u007f-\u009f\ufeff\u2028\u2029]/g;

/** Writes a scalar on one line so that kubectl reads this very value, whether inside braces or not. */
export function scalarText(value: ScalarValue, quotes: QuoteStyle): string {
  if (typeof value !== 'string') return String(value);
  if (quotes === 'single' && /^[\x20-\x7e]*$/.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  if (quotes === 'plain' && isSafePlain(value)) return value;
  return JSON.stringify(value).replace(
    ESCAPED,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isSafePlain(value: string): boolean {
  return SAFE_PLAIN.test(value) && !needsQuotes(value) && !/^(?:\.\.\.|<<)/.test(value);
}

/** True when a text can stand in a block literal (`|`) and come back unchanged. */
export function fitsBlockLiteral(value: string): boolean {
  if (!value.includes('\n') || value.endsWith('\n\n') || /^[ \t\n]*$/.test(value)) return false;
  return isPrintable(value);
}

/** True when YAML takes every character as it stands, line feed and tab included. */
export function isPrintable(value: string): boolean {
  return !/[^\t\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(value);
}

/**
 * A block literal, header and lines, without a last line end. A value without final line end gets `|-`; one that begins with
 * blanks or an empty line tells its indentation, `|2`.
 *
 * @param indent columns before each line
 * @param step how many of them are deeper than the key
 */
export function blockLiteral(value: string, indent: number, step: number, eol: string): string {
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  const pad = ' '.repeat(indent);
  const lines = body.split('\n').map((line) => (line === '' ? '' : pad + line));
  const told = /^[ \t\n]/.test(value) ? String(step) : '';
  return [`|${told}${value.endsWith('\n') ? '' : '-'}`, ...lines].join(eol);
}
