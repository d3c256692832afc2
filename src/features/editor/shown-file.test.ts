import { describe, expect, it } from 'vitest';
import { shownFile } from './shown-file.ts';

const files = [
  { id: 'a', path: 'a.yaml', text: '' },
  { id: 'b', path: 'b.yaml', text: '' },
];
const base = {
  files,
  guides: [{ id: 'g', path: 'guide.md', text: '' }],
  reveal: null,
  selectedFileId: null,
  chosen: null,
};
const reveal = (fileId: string, nonce: number) => ({ fileId, start: 0, end: 0, nonce });

describe('shownFile', () => {
  it('starts with the first file', () => {
    expect(shownFile(base)?.id).toBe('a');
  });

  it('starts with the file of what is selected', () => {
    expect(shownFile({ ...base, selectedFileId: 'b' })?.id).toBe('b');
  });

  it('shows what was revealed', () => {
    expect(shownFile({ ...base, reveal: reveal('b', 1) })?.id).toBe('b');
  });

  it('keeps what the user chose after that, until something else is revealed', () => {
    const chosen = { fileId: 'a', nonce: 1 };
    expect(shownFile({ ...base, reveal: reveal('b', 1), chosen })?.id).toBe('a');
    expect(shownFile({ ...base, reveal: reveal('b', 2), chosen })?.id).toBe('b');
  });

  it('shows a guide for reading only', () => {
    expect(shownFile({ ...base, reveal: reveal('g', 1) })).toMatchObject({
      path: 'guide.md',
      readOnly: true,
    });
  });

  it('falls back when the revealed file is gone', () => {
    expect(shownFile({ ...base, reveal: reveal('gone', 1) })?.id).toBe('a');
  });
});
