import { describe, expect, it } from 'vitest';
import { filesOfItem, stemOf } from './file-names.ts';
import { orderProblems, type OrderSurroundings } from './order-problems.ts';
import { readNames } from './read-names.ts';
import type { CertificateOrder } from './types.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);

const good: CertificateOrder = {
  use: 'server',
  commonName: 'a.example',
  organization: '',
  dnsNames: ['a.example'],
  ipAddresses: [],
  uris: [],
  keyAlgorithm: 'EC P-256',
  notBefore: NOW - DAY,
  notAfter: NOW + 364 * DAY,
  issuer: null,
};
const around: OrderSurroundings = { now: NOW, issuerEnds: null, refusedNames: [] };

const cases: readonly (readonly [
  string,
  Partial<CertificateOrder>,
  Partial<OrderSurroundings>,
  readonly string[],
])[] = [
  ['a usual server', {}, {}, []],
  ['a usual client without names', { use: 'client', dnsNames: [] }, {}, []],
  ['nothing named', { commonName: '', dnsNames: [] }, {}, ['blocking name', 'warning names']],
  ['alternative names alone', { commonName: '' }, {}, []],
  ['a CA without a name', { use: 'ca', commonName: '' }, {}, ['blocking name']],
  ['a name that is none', {}, { refusedNames: ['a b'] }, ['blocking names']],
  ['a server without alternative names', { dnsNames: [] }, {}, ['warning names']],
  ['a server with a URI alone', { dnsNames: [], uris: ['spiffe://a/b'] }, {}, ['warning names']],
  ['a common name of 65 letters', { commonName: 'a'.repeat(65) }, {}, ['warning name']],
  ['an end before the start', { notAfter: NOW - 2 * DAY }, {}, ['blocking validity']],
  ['an end in the past', { notAfter: NOW - 1 }, {}, ['warning validity']],
  ['a start in the future', { notBefore: NOW + DAY }, {}, ['warning validity']],
  ['an issuer that ends before', {}, { issuerEnds: NOW + DAY }, ['warning validity']],
];

describe('orderProblems', () => {
  it.each(cases)('%s', (_name, order, surroundings, expected) => {
    const problems = orderProblems({ ...good, ...order }, { ...around, ...surroundings });
    expect(problems.map(({ severity, field }) => `${severity} ${field}`)).toEqual(expected);
  });
});

describe('readNames', () => {
  it('sorts names by kind, whatever separates them', () => {
    const text =
      'a.example, *.b.example\n10.0.0.1 2001:db8::1; spiffe://td/ns/a\na.example 10.0.0.300 *.*.c a..b -x';
    expect(readNames(text)).toEqual({
      dnsNames: ['a.example', '*.b.example'],
      ipAddresses: ['10.0.0.1', '2001:db8::1'],
      uris: ['spiffe://td/ns/a'],
      refused: ['10.0.0.300', '*.*.c', 'a..b', '-x'],
    });
  });
});

describe('filesOfItem', () => {
  it('names files after the certificate, and not as one that is there', () => {
    const item = { role: 'server', name: '*.a.example', certificate: 'C', key: 'K' } as const;
    const paths = (taken: readonly string[]): readonly string[] =>
      filesOfItem(item, new Set(taken)).map(({ path }) => path);
    expect(paths([])).toEqual(['wildcard.a.example.crt', 'wildcard.a.example.key']);
    expect(paths(['wildcard.a.example.key'])).toEqual([
      'wildcard.a.example-2.crt',
      'wildcard.a.example-2.key',
    ]);
  });

  it.each([
    ['spiffe://td/ns/a', 'spiffe-td-ns-a'],
    ['Example Root CA', 'Example-Root-CA'],
    ['../../x', 'x'],
    ['*', 'wildcard'],
    ['äö', 'certificate'],
  ])('makes a file name of %s', (name, stem) => {
    expect(stemOf(name)).toBe(stem);
  });
});
