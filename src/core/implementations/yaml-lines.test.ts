import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlLines } from './yaml-lines.ts';

const from = { objectId: 'policy', path: ['spec'] };
const own = { objectId: 'backend', path: ['spec', 'tls'] };

describe('yamlLines', () => {
  it('gives every line the field of its own or of the nearest entry above', () => {
    const lines = yamlLines([
      { key: 'sni', value: 'a.example', from },
      {
        key: 'context',
        from,
        value: {
          map: [
            { key: '@type', value: 'x', from: own },
            {
              key: 'names',
              value: { list: [{ value: 'b' }, { value: [{ key: 'c', value: 1 }] }] },
            },
          ],
        },
      },
      { key: 'empty', value: { map: [] } },
    ]);
    expect(lines).toEqual([
      { text: 'sni: a.example', from },
      { text: 'context:', from },
      { text: "  '@type': x", from: own },
      { text: '  names:', from },
      { text: '  - b', from },
      { text: '  - c: 1', from },
      { text: 'empty: {}' },
    ]);
  });

  it('writes text of several lines as a block scalar', () => {
    const map = [{ key: 'inlineString', value: 'one\ntwo\n', from: own }];
    expect(yamlLines([{ key: 'trustedCa', value: { map }, from }])).toEqual([
      { text: 'trustedCa:', from },
      { text: '  inlineString: |', from: own },
      { text: '    one', from: own },
      { text: '    two', from: own },
    ]);
  });

  it('writes scalars that YAML reads back as they were', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom('a', ' b', 'c ', '', '#', '-')).map((rows) => rows.join('\n')),
          fc.array(fc.constantFrom('a', 'b: c', '# d')).map((rows) => `${rows.join('\n')}\n`),
        ),
        (text) => {
          const lines = yamlLines([{ key: 'value', value: text }]).map((entry) => entry.text);
          fc.pre(
            !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(
              text,
            ),
          );
          expect(parse(lines.join('\n'), { version: '1.1' })).toEqual({ value: text });
        },
      ),
    );
  });
});
