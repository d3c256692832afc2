import { describe, expect, it } from 'vitest';
import { dataKeys, hasRefusedValue, readDataValue } from './data-value.ts';
import { objectsFrom } from './objects.testing.ts';
import type { ManifestObject } from '../manifest/types.ts';

const PEM = '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n';
const ONCE = Buffer.from(PEM).toString('base64');
const TWICE = Buffer.from(ONCE).toString('base64');

function object(kind: 'Secret' | 'ConfigMap', body: string): ManifestObject {
  const [first] = objectsFrom(`apiVersion: v1\nkind: ${kind}\nmetadata: { name: x }\n${body}`);
  if (first === undefined) throw new Error('No object in the test text.');
  return first;
}

describe('readDataValue', () => {
  it.each([
    ['Secret', `data: { k: ${ONCE} }`, PEM, ['data', 'k'], 'base64'],
    [
      'Secret',
      `data: { k: ${ONCE} }\nstringData: { k: other }`,
      'other',
      ['stringData', 'k'],
      'plain',
    ],
    ['Secret', 'data: { k: "QUJD\\nREVG" }', 'ABCDEF', ['data', 'k'], 'base64'],
    ['Secret', 'data: { k: }', '', ['data', 'k'], 'base64'],
    ['ConfigMap', 'data: { k: text }', 'text', ['data', 'k'], 'plain'],
    ['ConfigMap', 'binaryData: { k: QUJD }', 'ABC', ['binaryData', 'k'], 'base64'],
  ] as const)('reads a %s with %s', (kind, body, text, path, encoding) => {
    const value = readDataValue(object(kind, body), 'k');
    expect(value).toMatchObject({
      text,
      encoding,
      problems: [],
      refused: false,
      field: { objectId: 'file#0', path },
    });
    expect(Buffer.from(value?.bytes ?? []).toString()).toBe(text);
  });

  it('repairs base64 that a web page escaped, and says that the API server refuses it', () => {
    const escaped = ONCE.replace('+', '&#43;').replaceAll('=', '&#61;');
    const value = readDataValue(object('Secret', `data: { k: "${escaped}" }`), 'k');
    expect(value?.text).toBe(PEM);
    expect(value?.refused).toBe(true);
    expect(value?.problems).toEqual([
      { kind: 'html-escaped-base64', offset: escaped.indexOf('&'), repaired: ONCE },
    ]);
  });

  it('encodes PEM that was pasted into data', () => {
    const body = `data:\n  k: |\n    ${PEM.trim().replaceAll('\n', '\n    ')}`;
    const value = readDataValue(object('Secret', body), 'k');
    expect(value?.problems).toEqual([{ kind: 'plain-text', offset: 0, repaired: ONCE }]);
    expect(value).toMatchObject({ text: PEM, refused: true });
  });

  it('takes escaped PEM of a ConfigMap as it stands and offers the repaired text', () => {
    const body = `data: { k: "${PEM.replace('QUJD', 'QU&#43;D').replaceAll('\n', '\\n')}" }`;
    const value = readDataValue(object('ConfigMap', body), 'k');
    expect(value?.text).toContain('QU&#43;D');
    expect(value?.refused).toBe(false);
    expect(value?.problems).toEqual([
      { kind: 'html-escaped-pem', repaired: PEM.replace('QUJD', 'QU+D') },
    ]);
  });

  it('recognises base64 of base64 and leaves the bytes as a pod would find them', () => {
    const value = readDataValue(object('Secret', `data: { k: ${TWICE} }`), 'k');
    expect(value).toMatchObject({ text: ONCE, refused: false });
    expect(value?.problems).toEqual([{ kind: 'base64-twice', repaired: ONCE }]);
  });

  it.each([
    ['Secret', 'data: { k: abc }', { kind: 'not-base64', offset: 0 }],
    ['Secret', 'stringData: { k: 5 }', { kind: 'not-text', found: 'number' }],
    ['ConfigMap', 'data: { k: [a] }', { kind: 'not-text', found: 'list' }],
    ['ConfigMap', 'data: { k: { a: b } }', { kind: 'not-text', found: 'mapping' }],
    [
      'ConfigMap',
      'data: { k: a }\nbinaryData: { k: QUJD }',
      { kind: 'in-both', other: { objectId: 'file#0', path: ['data', 'k'] } },
    ],
  ] as const)('says why the API server refuses a %s with %s', (kind, body, problem) => {
    const value = readDataValue(object(kind, body), 'k');
    expect(value?.problems).toEqual([problem]);
    expect(value?.refused).toBe(true);
    expect(hasRefusedValue(object(kind, body))).toBe(true);
  });

  it('gives bytes that are no UTF-8 one character each, and keeps a byte order mark', () => {
    const binary = Buffer.from([0x30, 0x82, 0xff, 0x00]).toString('base64');
    const value = readDataValue(object('Secret', `data: { k: ${binary} }`), 'k');
    expect(value?.text).toBe('0\u0082\u00ff\u0000');
    const marked = Buffer.from('\uFEFFx').toString('base64');
    expect(readDataValue(object('Secret', `data: { k: ${marked} }`), 'k')?.text).toBe('\uFEFFx');
  });

  it('knows no key that is not there, and no inherited one', () => {
    const empty = object('ConfigMap', 'data: { k: v }');
    expect(readDataValue(empty, 'constructor')).toBeUndefined();
    expect(readDataValue(object('ConfigMap', ''), 'k')).toBeUndefined();
  });
});

describe('dataKeys', () => {
  it('lists each key once, sorted', () => {
    const secret = object('Secret', 'data: { b: QQ==, a: QQ== }\nstringData: { c: x, a: y }');
    expect(dataKeys(secret)).toEqual(['a', 'b', 'c']);
  });
});
