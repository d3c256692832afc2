import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../manifest/index.ts';
import { admit } from './admit.ts';
import divergences from './divergences.json' with { type: 'json' };
import { messageClass } from './message-class.ts';
import { fieldText } from './structural/field-text.ts';
import type { GatewayApiChannel } from './types.ts';

interface Row {
  readonly file: string;
  readonly gvk: string;
  readonly name: string;
  readonly result: 'OK' | 'REJECTED' | 'NOT-SERVED';
  readonly pruned: readonly string[];
  readonly errors: readonly string[];
}

interface Divergence {
  readonly channel: GatewayApiChannel;
  /** File and name of the row. */
  readonly id: string;
  readonly reason: string;
}

const known: readonly Divergence[] = divergences;
const folder = fileURLToPath(new URL('../../../../shared/vectors/admission/', import.meta.url));
const present = existsSync(folder);
if (!present) console.info('Skipped: the admission vectors are not on this machine.');

function objectsOf(name: string) {
  const text = readFileSync(`${folder}${name}`, 'utf8');
  return parseFile({ id: name, path: name, text }, { defaultNamespace: 'default' }).objects;
}

function answers(channel: GatewayApiChannel) {
  const rows = JSON.parse(readFileSync(`${folder}expected-${channel}.json`, 'utf8')) as Row[];
  const files = new Map([...new Set(rows.map(({ file }) => file))].map((f) => [f, objectsOf(f)]));
  return rows.map((row) => {
    const object = files
      .get(row.file)
      ?.find((one) => `${one.apiVersion}/${one.kind}` === row.gvk && one.name === row.name);
    if (object === undefined) return { row, got: null };
    const answer = admit(object, { gatewayApi: '1.6', channel });
    // The recorder asked schema and rules only; some of its cases have names that no server takes.
    const errors = answer.errors.filter(({ path }) => path?.[0] !== 'metadata');
    const served = answer.status === 'not-served' ? 'NOT-SERVED' : null;
    const got = {
      result: served ?? (errors.length === 0 ? 'OK' : 'REJECTED'),
      pruned: answer.unknownFields.map(fieldText),
      errors: errors.map(({ message }) => message),
    };
    return { row, got };
  });
}

describe.skipIf(!present).each([['standard'], ['experimental']] as const)(
  'the recorded admission answers of the %s channel',
  (channel) => {
    it('are given word for word, except where the divergence file says why not', () => {
      const wrong = answers(channel).filter(
        ({ row: { result, pruned, errors }, got }) =>
          JSON.stringify({ result, pruned, errors }) !== JSON.stringify(got),
      );
      const expected = known.filter((one) => one.channel === channel).map(({ id }) => id);
      expect(wrong.map(({ row }) => `${row.file} ${row.name}`)).toEqual(expected);
    });

    it('agree in path and kind of message in every one of the 93 rows', () => {
      const rows = answers(channel);
      expect(rows).toHaveLength(93);
      for (const { row, got } of rows) {
        expect([row.name, got?.errors.map(messageClass).sort()]).toEqual([
          row.name,
          row.errors.map(messageClass).sort(),
        ]);
      }
    });
  },
);

describe('the divergence file', () => {
  it('gives a reason for every row', () => {
    expect(known.filter(({ reason }) => reason === '')).toEqual([]);
  });
});
