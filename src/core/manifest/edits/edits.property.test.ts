import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { FieldPath, TextEdit } from '../../model/index.ts';
import { applyEdits } from '../../source/index.ts';
import { parseOptions } from '../kubectl-schema.ts';
import { parseFile } from '../parse-file.ts';
import type { JsonObject, JsonValue, ManifestObject } from '../types.ts';
import { appendDocument, manifestText, removeDocument } from './documents.ts';
import { removeItem, removeKey } from './remove-field.ts';
import { appendItem, insertKey, setScalar } from './set-field.ts';

const HEAD = { apiVersion: 'v1', kind: 'X', metadata: { name: 'a' } };
const NEIGHBOUR = '# neighbour\napiVersion: v1\nkind: X\nmetadata: {name: other}\n';

const word = fc.constantFrom(
  'a',
  'b-c',
  'no',
  '012',
  'key.with/dots',
  'x y',
  'ca.crt',
  '"',
  'n: 1',
  '#',
);
const line = fc.oneof(word, fc.string({ maxLength: 12 }));
const text = fc.oneof(
  line,
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`),
  fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n')),
);
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
}));
const body = fc.dictionary(word, value, { maxKeys: 5, noNullPrototype: true });

type Printer = (object: JsonObject) => string;
const printers: readonly Printer[] = [
  manifestText,
  (object) => stringify(object, { ...parseOptions, indentSeq: true, lineWidth: 0 }),
  (object) => stringify(object, { ...parseOptions, indent: 4, defaultStringType: 'QUOTE_SINGLE' }),
  // Plain texts over several lines: `yaml` 2.9.1 writes `- a` in braces so that it cannot be read again.
  (object) =>
    stringify(object, {
      ...parseOptions,
      collectionStyle: 'flow',
      defaultStringType: 'QUOTE_DOUBLE',
    }),
  (object) => `${JSON.stringify(object, null, 2)}\n`,
  (object) => `${JSON.stringify(object)}\n`,
];

/** Every path of a value, its own left out. */
function paths(of: JsonValue, base: FieldPath = []): FieldPath[] {
  if (typeof of !== 'object' || of === null) return [];
  const keys: (string | number)[] = Array.isArray(of) ? [...of.keys()] : Object.keys(of);
  return keys.flatMap((key) => {
    const path = [...base, key];
    return [path, ...paths((of as Record<string | number, JsonValue>)[key] ?? null, path)];
  });
}

type Model = { [key: string | number]: unknown };

/** Changes a copy of a value at a path. */
function changed(
  of: JsonObject,
  path: FieldPath,
  change: (parent: Model, key: string | number) => void,
): unknown {
  const copy = structuredClone(of) as Model;
  let parent = copy;
  for (const segment of path.slice(0, -1)) parent = parent[segment] as Model;
  change(parent, path.at(-1) ?? '');
  return copy;
}

interface Case {
  readonly object: JsonObject;
  readonly source: string;
}

/** How a document is written down: the printer, comments, line ends, and whether other documents stand around it. */
const manner = fc.record({
  print: fc.constantFrom(...printers),
  comments: fc.array(fc.nat(60), { maxLength: 6 }),
  crlf: fc.boolean(),
  alone: fc.boolean(),
});

const cases: fc.Arbitrary<Case> = fc
  .tuple(body, manner)
  .map(([spec, { print, comments, crlf, alone }]) => {
    const object = { ...HEAD, spec, last: 'end' };
    const printed = withComments(print(object), comments).replace(/\n$/, alone ? '' : '\n');
    const whole = alone ? printed : `${NEIGHBOUR}---\n${printed}---\n${NEIGHBOUR}`;
    return { object, source: crlf ? whole.replaceAll('\n', '\r\n') : whole };
  });

/** Puts comments on and between lines, where no text of several lines could take them for its own. */
function withComments(printed: string, places: readonly number[]): string {
  if (printed.startsWith('{') || /[|>][-+0-9]*\n|\n\n/.test(printed)) return printed;
  const lines = printed.split('\n').slice(0, -1);
  for (const place of places) {
    const at = place % lines.length;
    if (place % 2 === 0) lines[at] = `${lines[at] ?? ''} # beside`;
    else lines.splice(at, 0, `${' '.repeat(place % 5)}# above`);
  }
  return `${lines.join('\n')}\n`;
}

function parseOne(source: string): ManifestObject | undefined {
  const parsed = parseFile({ id: 'f', path: 'f', text: source }, { defaultNamespace: 'd' });
  expect(parsed.findings.filter((one) => one.severity !== 'note')).toEqual([]);
  return parsed.objects.find((one) => one.name === 'a');
}

/** Applies an edit and checks the value that is read afterwards, and that the neighbours are as they were. */
function check(
  { object, source }: Case,
  expected: unknown,
  edit: (read: ManifestObject) => readonly TextEdit[],
): void {
  const read = parseOne(source);
  expect(read?.value).toEqual(object);
  if (read === undefined) return;
  const edited = applyEdits(source, edit(read));
  expect(parseOne(edited)?.value).toEqual(expected);
  const neighbour = source.includes('\r\n') ? NEIGHBOUR.replaceAll('\n', '\r\n') : NEIGHBOUR;
  if (source.startsWith(neighbour)) {
    expect(edited.startsWith(neighbour) && edited.endsWith(neighbour)).toBe(true);
  }
}

const RUNS = { numRuns: 80 };

describe('edits of any object in any style', () => {
  it('set exactly one scalar', () => {
    fc.assert(
      fc.property(cases, fc.nat(), scalar, (one, pick, next) => {
        const all = paths(one.object).filter((path) => path[0] === 'spec');
        const path = all[pick % all.length] ?? ['spec'];
        const expected = changed(one.object, path, (parent, key) => (parent[key] = next));
        check(one, expected, (read) => setScalar(read, path, next));
      }),
      RUNS,
    );
  });

  it('add exactly one key', () => {
    fc.assert(
      fc.property(cases, fc.nat(), value, (one, pick, next) => {
        const maps = [['spec'], ...paths(one.object.spec ?? null, ['spec'])].filter((path) => {
          const found = path.reduce<unknown>((at, key) => (at as Model)[key], one.object);
          return typeof found === 'object' && found !== null && !Array.isArray(found);
        });
        const path = [...(maps[pick % maps.length] ?? ['spec']), 'new.key'];
        const expected = changed(one.object, path, (parent, key) => (parent[key] = next));
        check(one, expected, (read) => insertKey(read, path.slice(0, -1), 'new.key', next));
      }),
      RUNS,
    );
  });

  it('replace exactly one field by any value', () => {
    fc.assert(
      fc.property(cases, fc.nat(), value, (one, pick, next) => {
        const keys = paths(one.object).filter(
          (path) => typeof path.at(-1) === 'string' && path[0] === 'spec',
        );
        const path = keys[pick % keys.length] ?? ['spec'];
        const expected = changed(one.object, path, (parent, key) => (parent[key] = next));
        const key = String(path.at(-1));
        check(one, expected, (read) => insertKey(read, path.slice(0, -1), key, next));
      }),
      RUNS,
    );
  });

  it('add exactly one item', () => {
    fc.assert(
      fc.property(cases, fc.nat(), value, (one, pick, next) => {
        const lists = paths(one.object).filter((path) =>
          Array.isArray(path.reduce<unknown>((at, key) => (at as Model)[key], one.object)),
        );
        const path = lists[pick % lists.length] ?? ['fresh'];
        const expected = changed(one.object, path, (parent, key) => {
          const list = parent[key];
          parent[key] = Array.isArray(list) ? [...(list as unknown[]), next] : [next];
        });
        check(one, expected, (read) => appendItem(read, path, next));
      }),
      RUNS,
    );
  });

  it('remove exactly one field', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (one, pick) => {
        const all = paths(one.object).filter((path) => path[0] === 'spec');
        const path = all[pick % all.length] ?? ['spec'];
        const expected = changed(one.object, path, (parent, key) => {
          if (Array.isArray(parent)) parent.splice(Number(key), 1);
          else Reflect.deleteProperty(parent, key);
        });
        const remove = typeof path.at(-1) === 'number' ? removeItem : removeKey;
        check(one, expected, (read) => remove(read, path));
      }),
      RUNS,
    );
  });

  it('add and remove whole documents', () => {
    fc.assert(
      fc.property(cases, body, (one, spec) => {
        const file = { id: 'f', path: 'f', text: one.source };
        const added = { ...HEAD, metadata: { name: 'added' }, spec };
        const longer = applyEdits(one.source, appendDocument(file, added));
        const parsed = parseFile({ ...file, text: longer }, { defaultNamespace: 'd' });
        const last = parsed.objects.at(-1);
        expect(last?.value).toEqual(added);
        expect(longer.startsWith(one.source)).toBe(true);
        const shorter = applyEdits(longer, removeDocument(parsed, parsed.documents.length - 1));
        expect(shorter.trimEnd()).toBe(one.source.trimEnd());
      }),
      RUNS,
    );
  });
});
