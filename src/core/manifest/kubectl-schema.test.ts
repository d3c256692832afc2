import { parse, stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { kubectlSchema, needsQuotes, parseOptions } from './kubectl-schema.ts';

/** Answers recorded from kubectl 1.32.4 (`kubectl annotate --local -o json`), which carries go-yaml v2. */
const RECORDED: readonly (readonly [string, unknown])[] = [
  ['no', false],
  ['off', false],
  ['N', false],
  ['y', true],
  ['On', true],
  ['yES', 'yES'],
  ['~', null],
  ['Null', null],
  ['012', 10],
  ['-012', -10],
  ['08', 8],
  ['0o17', 15],
  ['0x1F', 31],
  ['0b101', 5],
  ['1_000', 1000],
  ['+1', 1],
  ['1e3', 1000],
  ['1.', 1],
  ['.5', 0.5],
  ['1_0.5', 10.5],
  ['12:30:45', '12:30:45'],
  ['2024-01-01', '2024-01-01'],
  ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z'],
  ['1.2.3', '1.2.3'],
  ['10.0.0.1', '10.0.0.1'],
  ['0b2', '0b2'],
  ['_1', '_1'],
  ['-', '-'],
  ['.', '.'],
  ['1e', '1e'],
  ['0x', '0x'],
  ['=', '='],
];

describe('kubectlSchema', () => {
  it.each(RECORDED)('reads %j as kubectl does', (text, value) => {
    expect(parse(`a: ${text === '-' ? '"-"' : text}\n`, parseOptions)).toEqual({ a: value });
  });

  it('writes text so that kubectl reads it as text again', () => {
    for (const [text] of RECORDED) {
      const written = stringify({ a: text }, { ...parseOptions, schema: kubectlSchema });
      expect(parse(written, parseOptions)).toEqual({ a: text });
    }
  });

  it('knows which texts need quotes', () => {
    expect(['no', '012', '.inf', '', 'nginx', '1.2.3'].map(needsQuotes)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
