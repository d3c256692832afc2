import type { TextRange } from '../model/index.ts';
import { LIMITS } from '../source/index.ts';
import { needsQuotes, resolvePlain } from './kubectl-schema.ts';
import type { JsonObject, JsonValue } from './types.ts';

/** A document of plain block YAML, and where its content stands. */
export interface PlainDocument {
  readonly value: JsonObject;
  readonly range: TextRange;
  /** Value of `metadata.name`, the one field that every list and tree asks for. */
  readonly nameRange: TextRange | null;
}

/** Templates, and characters whose reading takes more than a glance: tabs, control characters, odd line ends. */
const NOT_PLAIN = /\{\{|\{%|\r(?!\n)|[^\n\r\x20-\x7e\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]/;
const KEY = /([A-Za-z_][A-Za-z0-9_./-]{0,250}) *:(?=[ \r\n]|$)/y;
const LITERAL = /\|([-+]?) *(?: #[^\r\n]*)?(?=\r?\n)/y;

/**
 * Reads the YAML that manifests are made of (block maps and lists, one-line scalars, `|` blocks) about ten times as fast as
 * the full parser, which it agrees with on all it accepts. Everything else, mistakes included, is left to the full
 * parser: flow collections, anchors, tags, folded and multi-line scalars, escapes, repeated keys.
 *
 * @returns null when the document is not that plain
 */
export function readPlainDocument(text: string): PlainDocument | null {
  return NOT_PLAIN.test(text) ? null : new PlainReader(text).read();
}

/** One line that is neither blank nor a comment. */
interface Line {
  /** Offset of the first column. */
  readonly start: number;
  /** Offset of the first character; moves behind the dash for the content of a list item. */
  at: number;
  /** End, without line end and trailing blanks. */
  readonly end: number;
  readonly next: number;
}

class PlainReader {
  private readonly text: string;
  private line: Line | null = null;
  private lastEnd = 0;
  /** Where the scalar stands that was read last; null after anything else. */
  private scalar: TextRange | null = null;
  private inMetadata = false;
  private nameRange: TextRange | null = null;
  private failed = false;

  constructor(text: string) {
    this.text = text;
  }

  read(): PlainDocument | null {
    this.moveTo(0);
    const { line } = this;
    if (line === null || this.isDash(line)) return null;
    const start = line.at;
    const value = this.readMap(line.at - line.start, 0);
    const isWhole = !this.failed && this.line === null;
    return isWhole
      ? { value, range: { start, end: this.lastEnd }, nameRange: this.nameRange }
      : null;
  }

  /** Goes to the first line from `offset` on that has content. */
  private moveTo(offset: number): void {
    const { text } = this;
    let start = offset;
    this.line = null;
    while (start < text.length) {
      const newline = text.indexOf('\n', start);
      const next = newline === -1 ? text.length : newline + 1;
      let end = newline === -1 ? text.length : newline;
      while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\r')) end -= 1;
      let at = start;
      while (at < end && text[at] === ' ') at += 1;
      if (at < end && text[at] !== '#') {
        this.line = { start, at, end, next };
        return;
      }
      start = next;
    }
  }

  private fail(): null {
    this.failed = true;
    this.line = null;
    return null;
  }

  private isDash(line: Line): boolean {
    return (
      this.text[line.at] === '-' && (line.at + 1 >= line.end || this.text[line.at + 1] === ' ')
    );
  }

  private readMap(indent: number, depth: number): JsonObject {
    const fields = new Map<string, JsonValue>();
    while (this.line !== null && this.line.at - this.line.start === indent) {
      const key = this.isDash(this.line) ? null : this.readKey(this.line);
      if (key === null || fields.has(key) || depth > LIMITS.yamlDepth) {
        this.fail();
        break;
      }
      if (depth === 0) this.inMetadata = key === 'metadata';
      fields.set(key, this.readValue(this.line, KEY.lastIndex, indent, depth));
      if (depth === 1 && this.inMetadata && key === 'name') this.nameRange = this.scalar;
    }
    if (this.line !== null && this.line.at - this.line.start > indent) this.fail();
    this.scalar = null;
    return Object.fromEntries(fields);
  }

  /** The key that a line begins with; `KEY.lastIndex` then stands behind its colon. */
  private readKey(line: Line): string | null {
    KEY.lastIndex = line.at;
    const key = KEY.exec(this.text)?.[1];
    return key === undefined || (key.length < 6 && needsQuotes(key)) ? null : key;
  }

  private readList(indent: number, depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    while (
      this.line !== null &&
      this.line.at - this.line.start === indent &&
      this.isDash(this.line)
    ) {
      if (depth > LIMITS.yamlDepth) {
        this.fail();
        break;
      }
      items.push(this.readItem(this.line, indent, depth));
    }
    if (this.line !== null && this.line.at - this.line.start > indent) this.fail();
    this.scalar = null;
    return items;
  }

  private readItem(line: Line, indent: number, depth: number): JsonValue {
    let content = line.at + 1;
    while (content < line.end && this.text[content] === ' ') content += 1;
    if (content < line.end && this.text[content] !== '#') {
      const column = content - line.start;
      const inner = { ...line, at: content };
      if (this.isDash(inner)) {
        this.line = inner;
        return this.readList(column, depth + 1);
      }
      if (this.readKey(inner) !== null) {
        this.line = inner;
        return this.readMap(column, depth + 1);
      }
    }
    return this.readValue(line, line.at + 1, indent, depth);
  }

  /** The value that begins behind `from`, on this line or below. */
  private readValue(line: Line, from: number, indent: number, depth: number): JsonValue {
    this.scalar = null;
    let at = from;
    while (at < line.end && this.text[at] === ' ') at += 1;
    if (at >= line.end || this.text[at] === '#') return this.readBelow(line, from, indent, depth);
    const char = this.text[at] ?? '';
    if (char === '|') return this.readLiteral(at, indent);
    const value =
      char === '"' || char === "'" ? this.readQuoted(line, at, char) : this.readPlain(line, at);
    if (this.failed) return null;
    this.scalar = { start: at, end: this.lastEnd };
    this.moveTo(line.next);
    // A deeper line would continue this scalar.
    if (this.line !== null && this.line.at - this.line.start > indent) return this.fail();
    return value;
  }

  private readBelow(line: Line, from: number, indent: number, depth: number): JsonValue {
    const isItem = this.isDash(line) && from === line.at + 1;
    this.lastEnd = from;
    this.moveTo(line.next);
    const below = this.line;
    if (below === null) return null;
    const column = below.at - below.start;
    if (column > indent) {
      return this.isDash(below)
        ? this.readList(column, depth + 1)
        : this.readMap(column, depth + 1);
    }
    return column === indent && this.isDash(below) && !isItem
      ? this.readList(column, depth + 1)
      : null;
  }

  private readQuoted(line: Line, at: number, mark: string): string | null {
    const end = this.text.indexOf(mark, at + 1);
    if (end === -1 || end >= line.end || !this.endsAfter(line, end + 1)) return this.fail();
    const value = this.text.slice(at + 1, end);
    if (mark === '"' && value.includes('\\')) return this.fail();
    this.lastEnd = end + 1;
    return value;
  }

  /** Nothing but a comment follows on the line. */
  private endsAfter(line: Line, at: number): boolean {
    if (at >= line.end) return true;
    return this.text[at] === ' ' && /^ *#/.test(this.text.slice(at, line.end));
  }

  private readPlain(line: Line, at: number): JsonValue {
    const rest = this.text.slice(at, line.end);
    if (rest.startsWith('{}') || rest.startsWith('[]')) return this.readEmpty(line, at, rest);
    const comment = rest.indexOf(' #');
    const value = comment === -1 ? rest : rest.slice(0, comment).trimEnd();
    const isRefused =
      /^[?:,[\]{}&*!|>%@`]|^-(?: |$)/.test(value) || value.includes(': ') || value.endsWith(':');
    const resolved = isRefused ? undefined : resolvePlain(value);
    if (resolved === undefined) return this.fail();
    this.lastEnd = at + value.length;
    return resolved;
  }

  private readEmpty(line: Line, at: number, rest: string): JsonValue {
    if (!this.endsAfter(line, at + 2)) return this.fail();
    this.lastEnd = at + 2;
    return rest.startsWith('{') ? {} : [];
  }

  /** `|`, `|-` and `|+`, without an indentation indicator. */
  private readLiteral(at: number, indent: number): string | null {
    LITERAL.lastIndex = at;
    const header = LITERAL.exec(this.text);
    if (header === null) return this.fail();
    const from = this.text.indexOf('\n', LITERAL.lastIndex) + 1;
    const lines = this.literalLines(from, indent);
    if (lines === null) return this.fail();
    let last = lines.length;
    while (last > 0 && lines[last - 1] === '') last -= 1;
    if (header[1] === '+') return `${lines.join('\n')}\n`;
    return lines.slice(0, last).join('\n') + (header[1] === '-' ? '' : '\n');
  }

  /** The lines of a literal; null when it has none, or none that ends with a line end. */
  private literalLines(from: number, indent: number): readonly string[] | null {
    const { text } = this;
    const lines: string[] = [];
    let column = -1;
    let start = from;
    while (start < text.length) {
      const newline = text.indexOf('\n', start);
      if (newline === -1) return null;
      const end = text[newline - 1] === '\r' ? newline - 1 : newline;
      let at = start;
      while (at < end && text[at] === ' ') at += 1;
      if (column === -1 && at < end) column = at - start;
      if (column !== -1 && column <= indent) return null;
      if (at < end && at - start < column) break;
      if (at === end && column === -1 && end > start) return null;
      lines.push(column === -1 ? '' : text.slice(Math.min(start + column, end), end));
      if (at < end) this.lastEnd = start + text.slice(start, end).trimEnd().length;
      start = newline + 1;
    }
    this.moveTo(start);
    return column === -1 ? null : lines;
  }
}
