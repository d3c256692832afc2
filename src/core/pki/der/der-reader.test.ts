import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerReader } from './der-reader.ts';

function read(hex: string): DerReader {
  return DerReader.over(Uint8Array.from(Buffer.from(hex, 'hex')));
}

describe('DerReader', () => {
  it('reads a short and a long length', () => {
    const short = read('040161');
    expect(short.next()).toEqual({ tag: 4, start: 0, contentStart: 2, end: 3 });
    const long = read(`048180${'00'.repeat(128)}`);
    expect(long.next()).toEqual({ tag: 4, start: 0, contentStart: 3, end: 131 });
    expect(long.atEnd).toBe(true);
  });

  it.each([
    ['an empty input', '', 'the data ends too early', 0],
    ['a tag alone', '30', 'the data ends before the length', 1],
    ['a length past the end', '300502', 'the length says 5 bytes, 1 are there', 0],
    ['an indefinite length', '30800000', 'it uses an indefinite length', 1],
    [
      'a long form that fits the short one',
      '0481050102030405',
      'the length is not written in its shortest form',
      1,
    ],
    [
      'a long form with a leading zero',
      `04820080${'00'.repeat(128)}`,
      'the length is not written in its shortest form',
      1,
    ],
    ['a length of five bytes', '30850000000001', 'the length has more than four bytes', 1],
    ['a length that breaks off', '3082ff', 'the data ends inside the length', 1],
    ['a multi-byte tag', '1f810100', 'it uses a multi-byte tag', 0],
  ])('refuses %s and says where', (_, hex, problem, offset) => {
    const reader = read(hex);
    expect(reader.next()).toBeNull();
    expect(reader.problem).toEqual({ problem, offset });
  });

  it('names both sides of a wrong tag', () => {
    const reader = read('0201ff');
    expect(reader.expect(0x30, 'validity')).toBeNull();
    expect(reader.problem?.problem).toBe('validity: SEQUENCE expected, INTEGER found');
  });

  it('keeps the first problem, and reads nothing after it', () => {
    const reader = read('30800500');
    reader.next();
    reader.fail('later', 3);
    expect(reader.next()).toBeNull();
    expect(reader.problem?.offset).toBe(1);
  });

  it('gives offsets of the outermost input from inside', () => {
    const reader = read('30053003020500');
    const inner = reader.enter(0x30, 'outer')?.enter(0x30, 'inner');
    expect(inner?.next()).toBeNull();
    expect(reader.problem).toEqual({
      problem: 'the length says 5 bytes, 1 are there',
      offset: 4,
    });
  });

  it('stops at the depth limit', () => {
    let hex = '';
    for (let depth = 0; depth < 30; depth++) {
      hex = `30${(hex.length / 2).toString(16).padStart(2, '0')}${hex}`;
    }
    let reader: DerReader | null = read(hex);
    const outer = reader;
    let depth = 0;
    while (reader && !reader.atEnd) {
      reader = reader.enter(0x30, 'level');
      depth++;
    }
    expect(outer.problem?.problem).toBe('it is nested too deeply');
    expect(depth).toBe(25);
  });

  it('stops when the element budget is used up', () => {
    const reader = DerReader.over(new Uint8Array(100), { depth: 4, elements: 3 });
    const read = [1, 2, 3, 4].map(() => reader.next() !== null);
    expect(read).toEqual([true, true, true, false]);
    expect(reader.problem?.problem).toBe('it has too many elements');
  });

  it('never throws, never runs past the end, whatever the octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (octets) => {
        const reader = DerReader.over(octets);
        for (let element = reader.next(); element; element = reader.next()) {
          expect(element.end).toBeLessThanOrEqual(octets.length);
          expect(element.end).toBeGreaterThan(element.start);
        }
        expect(reader.atEnd || reader.problem !== null).toBe(true);
      }),
    );
  });
});
