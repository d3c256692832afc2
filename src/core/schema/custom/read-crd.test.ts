import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { CelEngine } from './cel/cel-engine.ts';
import { failsWith, gives } from './cel/cel-function.ts';
import type { CelValue } from './cel/cel-value.ts';
import { crdWording } from './findings.ts';
import { readCrd } from './read-crd.ts';
import type { ReadCrd } from './read-crd.ts';

/** An engine for which an expression means what the table says; the last bindings are kept. */
function tableEngine(answers: Readonly<Record<string, CelValue | Error>>) {
  const asked: Readonly<Record<string, CelValue>>[] = [];
  const engine: CelEngine = {
    compile: (expression) => {
      const answer = answers[expression];
      if (answer === undefined) return { ok: false, error: 'syntax error' };
      const evaluate = (bindings: Readonly<Record<string, CelValue>>) => {
        asked.push(bindings);
        return answer instanceof Error ? failsWith(answer.message) : gives(answer);
      };
      return { ok: true, program: { evaluate } };
    },
    literal: (type, text) => ({ celType: 'foreign', value: `${type} ${text}` }),
  };
  return { engine, asked };
}

function crdOf(schema: JsonValue, more: JsonObject = {}): JsonObject {
  return {
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Thing', plural: 'things' },
      versions: [
        { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema }, ...more },
      ],
    },
  };
}

function read(value: JsonObject, engine: CelEngine | null = null): ReadCrd {
  return readCrd({ id: 'crd', name: 'things.example.com', value }, engine);
}

const codes = ({ findings }: ReadCrd): string[] => findings.map(({ code }) => code);

describe('reading a CRD', () => {
  it('takes every keyword over', () => {
    const schema = {
      type: 'object',
      required: ['a'],
      'x-kubernetes-preserve-unknown-fields': true,
      properties: {
        a: {
          type: 'string',
          pattern: '^a',
          format: 'ipv4',
          minLength: 1,
          maxLength: 2,
          enum: ['a'],
        },
        b: { type: 'integer', minimum: 1, maximum: 2, exclusiveMinimum: true, multipleOf: 2 },
        c: {
          type: 'array',
          items: { type: 'object', additionalProperties: { type: 'string', nullable: true } },
          minItems: 1,
          maxItems: 2,
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
        },
        d: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
        e: {
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          default: {},
          maxProperties: 3,
        },
        f: { type: 'number', oneOf: [{ minimum: 1 }], not: { enum: [2] }, allOf: [{ maximum: 9 }] },
      },
    };
    const result = read(crdOf(schema));
    expect(codes(result)).toEqual([]);
    expect(result).toMatchObject({ ok: true, group: 'example.com', kind: 'Thing' });
    expect(result.versions).toStrictEqual([
      {
        group: 'example.com',
        version: 'v1',
        kind: 'Thing',
        served: true,
        namespaced: true,
        origin: { kind: 'custom', objectId: 'crd' },
        schema: {
          type: 'object',
          required: ['a'],
          preserveUnknownFields: true,
          properties: {
            a: { ...schema.properties.a, matchesPattern: expect.any(Function) as unknown },
            b: { ...schema.properties.b },
            c: {
              type: 'array',
              items: { type: 'object', additionalProperties: { type: 'string', nullable: true } },
              minItems: 1,
              maxItems: 2,
              listType: 'map',
              listMapKeys: ['name'],
            },
            d: { intOrString: true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
            e: { type: 'object', embeddedResource: true, default: {}, maxProperties: 3 },
            f: {
              type: 'number',
              oneOf: [{ minimum: 1 }],
              not: { enum: [2] },
              allOf: [{ maximum: 9 }],
            },
          },
        },
      },
    ]);
  });

  it('knows whether a version has a status of its own, which is not judged on create', () => {
    const of = (more: JsonObject) => read(crdOf({ type: 'object' }, more)).versions[0];
    expect(of({ subresources: { status: {} } })?.statusSubresource).toBe(true);
    expect(of({})?.statusSubresource).toBeUndefined();
  });

  it('says which versions are deprecated and in which words', () => {
    const of = (more: JsonObject) => read(crdOf({ type: 'object' }, more)).versions[0];
    expect(of({ deprecated: true })?.deprecation).toBe('example.com/v1 Thing is deprecated');
    expect(of({ deprecated: true, deprecationWarning: 'use v2' })?.deprecation).toBe('use v2');
    expect(of({ served: false })).toMatchObject({ served: false });
    expect(of({})).not.toHaveProperty('deprecation');
  });

  it.each<[string, JsonObject, string[]]>([
    ['no spec', {}, ['CRD-NOT-READABLE']],
    ['a spec that is a list', { spec: [] }, ['CRD-NOT-READABLE']],
    ['no versions', { spec: { group: 'g', names: { kind: 'K' } } }, ['CRD-NOT-READABLE']],
    [
      'no schema',
      { spec: { group: 'g', names: { kind: 'K' }, versions: [{ name: 'v1' }] } },
      ['CRD-VERSION-WITHOUT-SCHEMA'],
    ],
    ['a schema that is a text', crdOf('x'), ['CRD-KEYWORD-IGNORED']],
    ['an unknown type', crdOf({ type: 'float' }), ['CRD-KEYWORD-IGNORED']],
    ['a negative length', crdOf({ type: 'string', maxLength: -1 }), ['CRD-KEYWORD-IGNORED']],
    [
      'a pattern with look-ahead',
      crdOf({ type: 'string', pattern: '(?=a)' }),
      ['CRD-PATTERN-REFUSED'],
    ],
  ])('with %s gives a finding', (_, value, expected) => {
    const result = read(value);
    expect(codes(result)).toEqual(expected);
    for (const { code, params } of result.findings) {
      const { title, detail, action } = crdWording[code];
      expect([title(params), detail(params), action(params)].join(' ')).not.toMatch(/undefined|!/);
    }
  });

  it('bounds the depth and the size of a schema', () => {
    let deep: JsonObject = { type: 'string' };
    for (let level = 0; level < 500; level++) deep = { type: 'object', properties: { a: deep } };
    expect(codes(read(crdOf(deep)))).toEqual(['CRD-SCHEMA-TOO-LARGE']);
    const wide = Object.fromEntries(
      Array.from({ length: 70_000 }, (_, index) => [`p${index.toString()}`, { type: 'string' }]),
    );
    const findings = codes(read(crdOf({ type: 'object', properties: wide })));
    expect(findings).toContain('CRD-SCHEMA-TOO-LARGE');
    expect(findings.length).toBeLessThanOrEqual(100);
  });

  it('never throws, whatever stands in the CRD', () => {
    const keyword = fc.constantFrom(
      'type',
      'properties',
      'items',
      'allOf',
      'not',
      'pattern',
      'required',
      'enum',
      'rule',
      'additionalProperties',
      'x-kubernetes-validations',
      'x-kubernetes-list-map-keys',
      'message',
    );
    const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom<JsonValue>('object', 'array', null, 1, true, '((', 'self.a'),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(keyword, tie('json'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(json, (schema) => {
        read(crdOf(schema), tableEngine({ 'self.a': true }).engine);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('rules of a CRD', () => {
  const rule = (entry: JsonObject, schema: JsonObject = { type: 'object' }): JsonObject =>
    crdOf({
      type: 'object',
      properties: { spec: { ...schema, 'x-kubernetes-validations': [entry] } },
    });
  const ruleOf = (result: ReadCrd) => result.versions[0]?.schema.properties?.spec?.rules?.[0];

  it.each<[JsonObject, Readonly<Record<string, CelValue | Error>>, unknown]>([
    [{ rule: 'a' }, { a: true }, true],
    [{ rule: 'a' }, { a: false }, false],
    [{ rule: 'a' }, { a: new Error('no such key: x') }, { kind: 'error', error: 'no such key: x' }],
    [
      { rule: 'a', messageExpression: 'm' },
      { a: false, m: ' told ' },
      { kind: 'message', message: 'told' },
    ],
    [{ rule: 'a', messageExpression: 'm' }, { a: false, m: 'two\nlines' }, false],
    [{ rule: 'a', messageExpression: 'm' }, { a: false, m: new Error('x') }, false],
    [{ rule: 'a', messageExpression: 'm' }, { a: true, m: 'told' }, true],
  ])('%j answers as its expression does', (entry, answers, expected) => {
    const result = read(rule(entry), tableEngine(answers).engine);
    expect(codes(result)).toEqual([]);
    expect(ruleOf(result)?.check({})).toStrictEqual(expected);
  });

  it('keeps message, reason and field path', () => {
    const { engine } = tableEngine({ a: false });
    const entry = {
      rule: 'a',
      message: ' no ',
      reason: 'FieldValueForbidden',
      fieldPath: ".x['a.b']",
    };
    const plain = ruleOf(read(rule({ rule: 'a', fieldPath: 'x' }), engine));
    expect(ruleOf(read(rule(entry), engine))).toMatchObject({
      id: 'a',
      message: 'no',
      reason: 'FieldValueForbidden',
      fieldPath: ['x', 'a.b'],
    });
    expect(plain?.message).toBe('failed rule: a');
    expect(plain).not.toHaveProperty('fieldPath');
  });

  it('never asks a rule about a change, unless it takes an absent oldSelf', () => {
    const { engine, asked } = tableEngine({ '!oldSelf.hasValue()': true });
    expect(ruleOf(read(rule({ rule: 'self == oldSelf' }), engine))?.transition).toBe(true);
    const optional = ruleOf(
      read(rule({ rule: '!oldSelf.hasValue()', optionalOldSelf: true }), engine),
    );
    expect(optional?.check({})).toBe(true);
    expect(optional).not.toHaveProperty('transition');
    expect(asked[0]?.oldSelf).toStrictEqual({ celType: 'optional', fields: {} });
  });

  it.each<[string, CelEngine | null, string]>([
    ['self.a ==', tableEngine({}).engine, 'syntax error'],
    ['f(self)', tableEngine({ 'f(self)': true }).engine, 'Function f is not known here'],
    ['self.a', null, 'The expression library is not loaded'],
    ['', tableEngine({}).engine, 'The expression is empty'],
    ['a'.repeat(30_000), tableEngine({}).engine, 'The expression is too long'],
  ])('reports %.20s as not evaluated', (text, engine, error) => {
    const result = read(rule({ rule: text }), engine);
    expect(ruleOf(result)).toBeUndefined();
    expect(result.findings).toMatchObject([
      {
        code: 'CRD-RULE-NOT-EVALUATED',
        params: { rule: text, error, version: 'v1' },
        field: {
          path: [
            ...['spec', 'versions', 0, 'schema', 'openAPIV3Schema', 'properties', 'spec'],
            ...['x-kubernetes-validations', 0],
          ],
        },
      },
    ]);
  });

  it('reports a rule that would take too long, and does not start it', () => {
    const text = 'self.all(a, self.all(b, self.all(c, true)))';
    const { engine, asked } = tableEngine({ [text]: false });
    const result = read(
      rule({ rule: text }, { type: 'array', items: { type: 'integer' } }),
      engine,
    );
    expect(ruleOf(result)?.check(new Array(1000).fill(1))).toBe(true);
    expect(asked).toEqual([]);
    expect(codes(result)).toEqual(['CRD-RULE-TOO-COSTLY']);
    expect(ruleOf(result)?.check([1, 2])).toBe(false);
  });

  it('sees values by the types of the schema', () => {
    const { engine, asked } = tableEngine({ a: true });
    const text = { type: 'string' };
    const schema = {
      type: 'object',
      properties: {
        namespace: text,
        'x-y': text,
        int: { type: 'integer' },
        double: { type: 'number' },
        port: { 'x-kubernetes-int-or-string': true },
        at: { type: 'string', format: 'date-time' },
        day: { type: 'string', format: 'date' },
        labels: { type: 'object', additionalProperties: text },
        list: { type: 'array', items: { type: 'integer' } },
        free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        whole: { type: 'object', 'x-kubernetes-embedded-resource': true },
      },
    };
    const value = {
      namespace: 'ns',
      'x-y': 'xy',
      int: 1,
      double: 2,
      port: 80,
      at: '2026-11-20T00:00:00Z',
      day: '2026-11-20',
      labels: { 'a.b/c': 'd' },
      list: [1],
      free: { more: 1 },
      whole: { kind: 'K', metadata: { name: 'n', labels: {} }, spec: {} },
    };
    expect(ruleOf(read(rule({ rule: 'a' }, schema), engine))?.check(value)).toBe(true);
    expect(asked[0]?.self).toStrictEqual(
      new Map<string, CelValue>([
        ['__namespace__', 'ns'],
        ['x__dash__y', 'xy'],
        ['int', 1n],
        ['double', 2],
        ['port', 80n],
        ['at', { celType: 'foreign', value: 'timestamp 2026-11-20T00:00:00Z' }],
        ['day', { celType: 'foreign', value: 'timestamp 2026-11-20T00:00:00Z' }],
        ['labels', new Map([['a.b/c', 'd']])],
        ['list', [1n]],
        ['free', new Map()],
        [
          'whole',
          new Map<string, CelValue>([
            ['kind', 'K'],
            ['metadata', new Map([['name', 'n']])],
          ]),
        ],
      ]),
    );
  });

  it('lets rules at the root see the name and the kind', () => {
    const { engine, asked } = tableEngine({ a: true });
    const root = crdOf({ type: 'object', 'x-kubernetes-validations': [{ rule: 'a' }] });
    const check = read(root, engine).versions[0]?.schema.rules?.[0]?.check;
    check?.({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'n', uid: 'u' } });
    expect(asked[0]?.self).toStrictEqual(
      new Map<string, CelValue>([
        ['apiVersion', 'v1'],
        ['kind', 'Thing'],
        ['metadata', new Map([['name', 'n']])],
      ]),
    );
  });
});
