import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../core/edits/index.ts';
import { isFlat, summaryOf } from './summary-of.ts';

const base = (name: string) => ({
  path: [name],
  name,
  required: false,
  facts: [],
  help: '',
  readBy: [],
});
const value = (name: string, held: string | number | null): FormField => ({
  ...base(name),
  kind: 'value',
  type: 'string',
  value: held,
  choices: [],
  closed: false,
  suggestions: [],
});
const group = (name: string, fields: readonly FormField[]): FormField => ({
  ...base(name),
  kind: 'group',
  fields,
  addable: [],
  open: false,
  targets: [],
});
const list = (name: string, items: readonly FormField[]): FormField => ({
  ...base(name),
  kind: 'list',
  itemType: 'object',
  initial: {},
  items,
  targets: [],
});

describe('what a folded group says', () => {
  it.each([
    ['its values', group('g', [value('a', 'Service'), value('b', 8443)]), 'Service · 8443'],
    ['nothing of empty ones', group('g', [value('a', ''), value('b', null)]), ''],
    ['values further in', group('g', [list('l', [group('0', [value('a', 'x')])])]), 'x'],
    ['the first line of a text', group('g', [value('a', 'one\ntwo')]), 'one'],
  ])('%s', (_, field, expected) => {
    expect(summaryOf(field)).toBe(expected);
  });

  it('knows what reads as well on one line', () => {
    expect(isFlat(group('g', [value('a', 'x')]))).toBe(true);
    expect(isFlat(group('g', [list('l', [])]))).toBe(false);
  });
});
