import { describe, expect, it } from 'vitest';
import { previewLines } from './preview-lines.ts';

const base64 = 'MIIB'.repeat(16);

describe('previewLines', () => {
  it('shows a text line by line, with the place of each', () => {
    expect(previewLines('kind: Gateway\nmetadata:\n  name: a\n')).toEqual([
      { text: 'kind: Gateway', start: 0, number: 1 },
      { text: 'metadata:', start: 14, number: 2 },
      { text: '  name: a', start: 24, number: 3 },
    ]);
  });

  it('puts the body of a PEM block into one line', () => {
    const pem = ['ca.crt: |', '  -----BEGIN', `  ${base64}`, `  ${base64}`, '  AB==', '  -----END'];
    expect(previewLines(pem.join('\n')).map(({ text, number }) => [number, text])).toEqual([
      [1, 'ca.crt: |'],
      [2, '  -----BEGIN'],
      [3, '  …'],
      [6, '  -----END'],
    ]);
  });

  it('shortens the value of a Secret', () => {
    expect(previewLines(`  tls.crt: ${base64}${base64}`)[0]?.text).toBe('  tls.crt: MIIBMIIBMIIB…');
  });
});
