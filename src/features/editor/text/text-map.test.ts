import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../core/source/index.ts';
import { createTextMap, toFileEdits } from './text-map.ts';

describe('createTextMap', () => {
  it('shows line feeds where the file has CRLF, and no byte order mark', () => {
    expect(createTextMap('\uFEFFa\r\nb\rc\nd').modelText).toBe('a\nb\nc\nd');
  });

  it('carries offsets over line ends of two characters', () => {
    const map = createTextMap('a\r\nbc\r\nd');
    expect([0, 1, 2, 3, 4, 5].map(map.toFile)).toEqual([0, 1, 3, 4, 5, 7]);
    expect([0, 1, 3, 4, 5, 7].map(map.toModel)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('carries every model offset to the file and back', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const map = createTextMap(text);
        for (let offset = 0; offset <= map.modelText.length; offset += 1) {
          expect(map.toModel(map.toFile(offset))).toBe(offset);
        }
      }),
    );
  });
});

describe('toFileEdits', () => {
  it('inserts the line ends that the file has', () => {
    const map = createTextMap('a\r\nb\r\n');
    const change = { rangeOffset: 2, rangeLength: 1, text: 'x\ny' };
    expect(toFileEdits('f', map, [change])).toEqual([
      { fileId: 'f', range: { start: 3, end: 4 }, text: 'x\r\ny' },
    ]);
  });

  it('gives the text that the model then shows, and leaves every other byte', () => {
    fc.assert(
      fc.property(anyText(), fc.nat(), fc.nat(), anyText(), (text, a, b, inserted) => {
        const map = createTextMap(text);
        const size = map.modelText.length + 1;
        const [start, end] = [a % size, b % size].sort((one, two) => one - two) as [number, number];
        const plain = inserted.replaceAll('\uFEFF', '').replace(/\r\n|\r/g, '\n');
        const change = { rangeOffset: start, rangeLength: end - start, text: plain };
        const edited = applyEdits(text, toFileEdits('f', map, [change]));
        const shown = map.modelText.slice(0, start) + plain + map.modelText.slice(end);
        expect(createTextMap(edited).modelText).toBe(shown);
        expect(edited.startsWith(text.slice(0, map.toFile(start)))).toBe(true);
        expect(edited.endsWith(text.slice(map.toFile(end)))).toBe(true);
      }),
    );
  });
});

/** Texts with every kind of line end, but no CR that an edit could join with an LF into one. */
function anyText(): fc.Arbitrary<string> {
  const part = fc.constantFrom('a', 'key: ', '- ', ' ', '\n', '\r\n', 'é', '🔒');
  return fc
    .tuple(fc.boolean(), fc.array(part, { maxLength: 24 }))
    .map(([mark, parts]) => (mark ? '\uFEFF' : '') + parts.join(''));
}
