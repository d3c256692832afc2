import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../manifest/index.ts';
import type { JsonValue } from '../../manifest/types.ts';
import { admit } from '../admit.ts';
import { builtInDefinitions } from '../built-in-definitions.ts';
import { customDefinitions } from '../custom/custom-definitions.ts';
import { readCrd } from '../custom/read-crd.ts';
import { crdsIn, loadEngine, sharedUrl } from '../custom/shared-crds.testing.ts';
import { isList, isObject } from '../structural/json.ts';
import type { AdmissionObject, AdmissionResult, StructuralSchema } from '../types.ts';

/**
 * The named rules against the CEL of the CRDs themselves: objects that use every field with a rule, and each of them
 * again with one field taken away, doubled or changed, must be judged alike by both.
 */
const folder = sharedUrl('peer/gateway-api/crds/experimental/');
const engine = await loadEngine();
if (folder === null || engine === null) {
  console.info('Skipped: the CRDs of the peers or the CEL library are not on this machine.');
}

const path = new URL('./cases/every-rule.yaml', import.meta.url);
const seeds = parseFile(
  { id: 'seeds', path: 'seeds', text: readFileSync(path, 'utf8') },
  { defaultNamespace: 'default' },
).objects.filter(({ group }) => group.startsWith('gateway.networking.'));

const PATHS = ['a', '/a//b', '/./a', '/../a', '/%2f', '/%2F', '/#', '/..', '/.', '/\u00e4'];

/** Other texts for a text: every value of its enum, paths for a path, and else a few that some rule looks at. */
function textsFor(text: string, schema: StructuralSchema): readonly JsonValue[] {
  if (schema.enum !== undefined) return schema.enum;
  if (text.startsWith('/')) return PATHS;
  return /^\d+[hms]$/.test(text) ? ['99h', '1'] : ['*', 'a.cluster.local', 'Hostname'];
}

/** The value once for each field in it: without that field, with it twice, or with something else in its place. */
function* variants(value: JsonValue, schema: StructuralSchema): Generator<JsonValue> {
  if (typeof value === 'string') yield* textsFor(value, schema);
  if (typeof value === 'number') yield 99;
  if (isList(value)) {
    for (const [index, item] of value.entries()) {
      yield value.toSpliced(index, 1);
      yield [...value, item];
      for (const one of variants(item, schema.items ?? {})) yield value.with(index, one);
    }
  } else if (isObject(value)) {
    for (const [key, one] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
      const below = schema.properties?.[key] ?? schema.additionalProperties ?? {};
      for (const other of variants(one, below)) yield { ...value, [key]: other };
    }
  }
}

/** An answer as text; how a library words CEL's own errors is left out. */
function brief({ status, errors, unknownFields }: AdmissionResult): string {
  const messages = errors.map(({ message }) =>
    message.replace(/(Invalid value: "\w+": ).*( evaluating rule: )/, '$1$2'),
  );
  return JSON.stringify([status, messages.sort(), unknownFields]);
}

/** `optional.none() == null` holds in one reading of CEL and not in the other; the server's is not recorded. */
const UNSETTLED = 'Name must be a valid DNS label';

describe.skipIf(folder === null || engine === null)('the named rules', () => {
  it('answer as the CEL of the CRDs does', { timeout: 120_000 }, () => {
    const crds = folder === null ? [] : crdsIn(folder).map((one) => readCrd(one, engine));
    const custom = customDefinitions(crds);
    const settings = { gatewayApi: '1.6', channel: 'experimental' } as const;
    const broken = new Set<string>();
    const differing: string[] = [];
    let compared = 0;
    for (const seed of seeds) {
      const { group, version, kind } = seed;
      const definition = builtInDefinitions(group, kind, settings)?.find(
        (one) => one.version === version,
      );
      for (const value of variants(seed.value, definition?.schema ?? {})) {
        if (!isObject(value)) continue;
        const object: AdmissionObject = { group, version, kind, value };
        const [ours, theirs] = [admit(object, settings), admit(object, settings, custom)];
        compared += 1;
        for (const { rule } of ours.errors) if (rule !== undefined) broken.add(`${kind} ${rule}`);
        if (brief(ours) === brief(theirs) || brief(theirs).includes(UNSETTLED)) continue;
        differing.push(`${kind} ${brief(ours)} ${brief(theirs)}`);
      }
    }
    console.info(`${String(compared)} objects compared, ${String(broken.size)} rules broken`);
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
    expect(broken.size).toBeGreaterThanOrEqual(89);
  });
});
