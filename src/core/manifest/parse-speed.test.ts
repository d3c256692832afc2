import { describe, expect, it } from 'vitest';
import { parseFile } from './parse-file.ts';
import { readPlainDocument } from './plain-reader.ts';

describe('parseFile with many documents', () => {
  it('reads 5 000 documents without asking the full parser', () => {
    const text = Array.from(
      { length: 5000 },
      (_, index) =>
        `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c-${index}\ndata:\n  ca.crt: |\n    AAAA\n    BBBB\n`,
    ).join('---\n');
    const { documents, objects, findings } = parseFile(
      { id: 'f', path: 'f', text },
      { defaultNamespace: 'default' },
    );
    expect([documents.length, objects.length, findings.length]).toEqual([5000, 5000, 0]);
    const { start, end } = documents[4999]?.range ?? { start: 0, end: 0 };
    expect(readPlainDocument(text.slice(start, end))).not.toBeNull();
    const name = objects[4999]?.rangeOf(['metadata', 'name']).value;
    expect(text.slice(name?.start, name?.end)).toBe('c-4999');
  });
});
