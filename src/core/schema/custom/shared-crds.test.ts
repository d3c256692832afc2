import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../manifest/types.ts';
import { fieldText } from '../structural/field-text.ts';
import { admitCustom } from './admit-custom.ts';
import { readCrd } from './read-crd.ts';
import {
  consentingEngine,
  crdsIn,
  loadEngine,
  objectsIn,
  sharedUrl,
} from './shared-crds.testing.ts';

interface Row {
  readonly file: string;
  readonly gvk: string;
  readonly name: string;
  readonly result: 'OK' | 'REJECTED' | 'NOT-SERVED';
  readonly pruned: readonly string[];
  readonly errors: readonly string[];
}

const crdFolder = sharedUrl('peer/gateway-api/crds/');
const vectorFolder = sharedUrl('vectors/admission/');
const absent = crdFolder === null || vectorFolder === null;
if (absent) console.info('../shared is absent: the CRDs of Gateway API are not read.');

const engine = await loadEngine();
if (engine === null) {
  console.info(
    '@bufbuild/cel is not installed: errors of CEL rules are left out of the comparison.',
  );
}

/** Messages of all rules, as far as CRDs write them. */
function ruleMessages(value: JsonValue): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(ruleMessages);
  return 'rule' in value && typeof value.message === 'string' ? [value.message, ...below] : below;
}

describe.skipIf(absent).each(['standard', 'experimental'] as const)(
  'CRDs of the %s channel',
  (channel) => {
    const objects = crdFolder === null ? [] : crdsIn(new URL(`${channel}/`, crdFolder));
    const crds = objects.map((object) => readCrd(object, engine ?? consentingEngine));
    const messages = new Set(objects.flatMap(({ value }) => ruleMessages(value)));
    const settings = { gatewayApi: '1.6', channel } as const;
    const url = vectorFolder && new URL(`expected-${channel}.json`, vectorFolder);
    const rows = url === null ? [] : (JSON.parse(readFileSync(url, 'utf8')) as readonly Row[]);
    const cases = new Map(
      [...new Set(rows.map(({ file }) => file))].flatMap((file) =>
        vectorFolder === null
          ? []
          : objectsIn(new URL(file, vectorFolder)).map(
              (one) => [`${file} ${one.kind} ${one.name}`, one] as const,
            ),
      ),
    );
    const ofRule = (text: string): boolean => [...messages].some((one) => text.endsWith(one));

    it('are read whole, every function of their rules known', () => {
      expect(crds.length).toBeGreaterThanOrEqual(8);
      expect(crds.flatMap(({ findings }) => findings)).toEqual([]);
    });

    it.each(rows)('$file $name is $result', (row) => {
      const kind = row.gvk.split('/').at(-1) ?? '';
      const object = cases.get(`${row.file} ${kind} ${row.name}`);
      if (object === undefined) throw new Error(`No manifest for ${row.name}`);
      const answer = admitCustom(object, crds, settings);
      // The recorder asked schema and rules only; some of its cases have names that no server takes.
      const errors = answer.errors.filter(({ path }) => path?.[0] !== 'metadata');
      const expected = engine === null ? row.errors.filter((text) => !ofRule(text)) : row.errors;
      expect(errors.map(({ message }) => message)).toEqual(expected);
      expect(answer.unknownFields.map(fieldText)).toEqual(row.pruned);
      expect(answer.status === 'not-served').toBe(row.result === 'NOT-SERVED');
    });
  },
);
