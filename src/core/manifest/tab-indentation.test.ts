import { describe, expect, it } from 'vitest';
import { applyEdits } from '../source/index.ts';
import { parseFile } from './parse-file.ts';
import { replaceTabIndentation } from './tab-indentation.ts';

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';
const codes = (text: string): string[] =>
  parseFile({ id: 'f', path: 'f', text }, { defaultNamespace: 'd' }).findings.map(
    (one) => one.code,
  );
const repaired = (text: string): string =>
  applyEdits(text, replaceTabIndentation('f', text, { start: 0, end: text.length }));

describe('tabs', () => {
  it.each([
    ['before a key', `${HEAD}data:\n\tk: v\n`],
    ['on a line without content', `${HEAD}\t\ndata: {}\n`],
    ['before a comment', `${HEAD}data:\n\t# c\n  k: v\n`],
    ['behind a dash', `${HEAD}list:\n- \tx\n`],
  ])('are refused %s, as kubectl does, and can be replaced', (_where, text) => {
    expect(codes(text)).toEqual(['MANIFEST-TAB-INDENT']);
    expect(codes(repaired(text))).toEqual([]);
  });

  it.each([
    ['inside brackets', `${HEAD}data: {\n\t"k": "v"\n\t}\n`],
    ['inside a block', `${HEAD}data:\n  Makefile: |\n    all:\n    \tgcc\n    \n`],
    ['behind a colon', `${HEAD}data:\n  k:\tv\t# c\n`],
  ])('are taken %s', (_where, text) => {
    expect(codes(text)).toEqual([]);
  });

  it('keeps tabs that are text when those that indent are replaced', () => {
    const text = `${HEAD}data:\n\tk: v\n  Makefile: |\n    all:\n    \tgcc\n`;
    expect(repaired(text)).toBe(text.replace('\tk', '  k'));
  });
});
