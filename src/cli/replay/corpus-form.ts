import { corpusColumns } from './corpus-columns.ts';
import { corpusReader, type CorpusReader } from './corpus-case.ts';
import { fieldsOf, isFields, parseJson, rowsOf, textOf, type Fields } from './json.ts';
import type { Disagreement, FormReader, ReplayCase } from './types.ts';

/**
 * A certificate corpus: `{certs: [base64 DER], cases: [{id, kind, time, name, depth, trusted, untrusted, peer, crls,
 * oracle}]}`. A case passes when this build agrees with every recorded library that it plays.
 */
export const corpusForm: FormReader = ({ text }) => {
  const document = parseJson(text);
  if (!isFields(document) || !Array.isArray(document.certs)) return null;
  const read = corpusReader(document.certs);
  return rowsOf(document.cases).map((row) => caseOf(row, read));
};

function caseOf(row: Fields, read: CorpusReader): ReplayCase {
  const id = textOf(row.id) ?? 'case without id';
  return { id, category: textOf(row.kind) ?? '', run: () => play(id, row, read) };
}

async function play(id: string, row: Fields, read: CorpusReader): Promise<Disagreement | null> {
  const recorded = fieldsOf(row.oracle);
  const names = Object.keys(corpusColumns).filter((name) => isFields(recorded[name]));
  const item = read(row);
  if (item === null || names.length === 0) {
    return { id, expected: 'certificates and a recorded library', got: 'the case has none' };
  }
  const expected: Record<string, unknown> = {};
  const got: Record<string, unknown> = {};
  for (const name of names) {
    const differing = await corpusColumns[name]?.(item, fieldsOf(recorded[name]));
    if (!differing) continue;
    expected[name] = differing.expected;
    got[name] = differing.got;
  }
  return Object.keys(got).length === 0 ? null : { id, expected, got };
}
