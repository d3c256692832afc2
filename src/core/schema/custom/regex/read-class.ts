import { complement, perlClasses, posixClasses } from './character-classes.ts';
import type { CodePointRange } from './regex-node.ts';
import type { RegexReader } from './regex-reader.ts';

/** A bracket expression, its `[` already read. */
export function readClass(reader: RegexReader): readonly CodePointRange[] {
  const negated = reader.accept('^');
  const ranges: CodePointRange[] = [];
  let first = true;
  while (first || !reader.accept(']')) {
    if (reader.atEnd()) {
      reader.fail('missing closing ]');
      return [];
    }
    first = false;
    ranges.push(...readMember(reader));
  }
  return negated ? complement(ranges) : ranges;
}

function readMember(reader: RegexReader): readonly CodePointRange[] {
  const posix = reader.match(/\[:(\^?)(\w+):\]/y);
  if (posix !== null) {
    const ranges = posixClasses[posix[2] ?? ''];
    if (ranges === undefined) reader.fail('invalid character class range');
    return posix[1] === '^' ? complement(ranges ?? []) : (ranges ?? []);
  }
  const perl = reader.match(/\\([dswDSW])/y)?.[1];
  if (perl !== undefined) {
    const ranges = perlClasses[perl.toLowerCase()] ?? [];
    return perl === perl.toLowerCase() ? ranges : complement(ranges);
  }
  const from = readCode(reader);
  if (reader.match(/-(?!\])/y) === null) return [[from, from]];
  const to = readCode(reader);
  if (to < from) reader.fail('invalid character class range');
  return [[from, to]];
}

function readCode(reader: RegexReader): number {
  const character = reader.next();
  return character === '\\' ? reader.escapedCode() : (character.codePointAt(0) ?? 0);
}
