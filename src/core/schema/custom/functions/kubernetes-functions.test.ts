import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callFunction } from '../cel/cel-function.ts';
import type { CelValue } from '../cel/cel-value.ts';
import { kubernetesFunctions, knownFunctions } from './kubernetes-functions.ts';
import { noValue, optionalOf } from './optional-functions.ts';

/** Value of `name(…args)`; a method takes its receiver first. An error is `!` and its text. */
function call(style: 'method' | 'function', name: string, args: readonly CelValue[]): CelValue {
  const arity = style === 'method' ? args.length - 1 : args.length;
  const named = kubernetesFunctions.filter(
    (one) => one.name === name && one.style === style && one.arity === arity,
  );
  const outcome = callFunction(named, args);
  return outcome.ok ? outcome.value : `!${outcome.error}`;
}

const free = (name: string, ...args: CelValue[]): CelValue => call('function', name, args);
const on = (receiver: CelValue, name: string, ...args: CelValue[]): CelValue =>
  call('method', name, [receiver, ...args]);

describe('functions of Kubernetes’ CEL', () => {
  it.each<[CelValue, string, CelValue[], CelValue]>([
    ['añ😀b', 'charAt', [2n], '😀'],
    ['abc', 'charAt', [3n], ''],
    ['abc', 'charAt', [4n], '!index out of range: 4'],
    ['añ😀b', 'indexOf', ['b'], 3n],
    ['abcabc', 'indexOf', ['b', 2n], 4n],
    ['abc', 'indexOf', ['x'], -1n],
    ['abc', 'indexOf', [''], 0n],
    ['abcabc', 'lastIndexOf', ['b'], 4n],
    [['a', 'b'], 'join', ['-'], 'a-b'],
    [['a', 'b'], 'join', [], 'ab'],
    [['a', 1n], 'join', ['-'], '!no such overload'],
    ['TÄxt', 'lowerAscii', [], 'tÄxt'],
    ['täxt', 'upperAscii', [], 'TäXT'],
    ['hello hello', 'replace', ['he', 'we'], 'wello wello'],
    ['hello hello', 'replace', ['he', 'we', 1n], 'wello hello'],
    ['hello', 'replace', ['he', 'we', 0n], 'hello'],
    ['ab', 'replace', ['', '_'], '_a_b_'],
    ['a,b,c', 'split', [','], ['a', 'b', 'c']],
    ['a,b,c', 'split', [',', 0n], []],
    ['a,b,c', 'split', [',', 2n], ['a', 'b,c']],
    ['a,b,c', 'split', [',', -1n], ['a', 'b', 'c']],
    ['😀b', 'split', [''], ['😀', 'b']],
    ['tacocat', 'substring', [4n], 'cat'],
    ['tacocat', 'substring', [0n, 4n], 'taco'],
    ['taco', 'substring', [3n, 2n], '!invalid substring range. start: 3, end: 2'],
    [' \ttrim\n', 'trim', [], 'trim'],
  ])('%s: %s(%s) of the strings extension', (receiver, name, args, expected) => {
    expect(on(receiver, name, ...args)).toStrictEqual(expected);
  });

  it.each<[CelValue, string, CelValue[], CelValue]>([
    [[1n, 2n, 2n], 'isSorted', [], true],
    [['b', 'a'], 'isSorted', [], false],
    [[], 'isSorted', [], true],
    [[1n, 'a'], 'isSorted', [], '!no such overload'],
    [[1n, 2n, 3n], 'sum', [], 6n],
    [[1.5, 2.5], 'sum', [], 4],
    [[], 'sum', [], 0n],
    [[2n ** 63n - 1n, 1n], 'sum', [], '!integer overflow'],
    [[3n, 1n, 2n], 'min', [], 1n],
    [['a', 'c', 'b'], 'max', [], 'c'],
    [[], 'min', [], '!min called on empty list'],
    [[1n, 2n, 1n], 'indexOf', [1n], 0n],
    [[1n, 2n, 1n], 'lastIndexOf', [1n], 2n],
    [[new Map([['a', 1n]])], 'indexOf', [new Map([['a', 1]])], 0n],
    [[], 'indexOf', ['x'], -1n],
  ])('list %s: %s', (receiver, name, args, expected) => {
    expect(on(receiver, name, ...args)).toStrictEqual(expected);
  });

  it.each<[string, string, CelValue[], CelValue]>([
    ['abc 123', 'find', ['[0-9]+'], '123'],
    ['abc', 'find', ['x'], ''],
    ['123 abc 456', 'findAll', ['[0-9]*'], ['123', '', '', '', '', '456']],
    ['123 abc 456', 'findAll', ['[0-9]+', 1n], ['123']],
    ['123 abc 456', 'findAll', ['[0-9]+', 0n], []],
    [
      'a',
      'find',
      ['(?=a)'],
      '!Illegal regex: error parsing regexp: invalid or unsupported Perl syntax',
    ],
  ])('%s: %s(%s) of patterns', (receiver, name, args, expected) => {
    expect(on(receiver, name, ...args)).toStrictEqual(expected);
  });

  it.each<[string, boolean]>([
    ['https://user:pass@example.com:80/path?query=val#fragment', true],
    ['/absolute-path', true],
    ['https://a:b:c/', false],
    ['../relative-path', false],
    ['', false],
    ['https://example.com:port/', false],
    ['https://[::1/', false],
    ['https://exa mple.com/', false],
    ['/a%zz', false],
    ['mailto:someone', true],
  ])('isURL(%j) is %s', (text, expected) => {
    expect(free('isURL', text)).toBe(expected);
  });

  it.each<[string, string, CelValue]>([
    ['/path', 'getScheme', ''],
    ['https://example.com/', 'getScheme', 'https'],
    ['https://example.com:80/', 'getHost', 'example.com:80'],
    ['https://[::1]:80/', 'getHost', '[::1]:80'],
    ['https://[::1]:80/', 'getHostname', '::1'],
    ['/path', 'getHostname', ''],
    ['https://example.com:80/', 'getPort', '80'],
    ['https://example.com/', 'getPort', ''],
    ['https://example.com/path with spaces/', 'getEscapedPath', '/path%20with%20spaces/'],
    ['https://example.com', 'getEscapedPath', ''],
    [
      'https://example.com/path?k1=a&k2=b&k2=c',
      'getQuery',
      new Map([
        ['k1', ['a']],
        ['k2', ['b', 'c']],
      ]),
    ],
    ['https://example.com/path?', 'getQuery', new Map()],
  ])('url(%j).%s()', (text, name, expected) => {
    expect(on(free('url', text), name)).toStrictEqual(expected);
  });

  it.each<[string, CelValue]>([
    ['192.0.2.1', true],
    ['192.0.2.256', false],
    ['192.0.2.01', false],
    ['::1', true],
    ['fe80::1%eth0', false],
    ['::ffff:192.0.2.1', false],
    ['1.2.3', false],
  ])('isIP(%j) is %s', (text, expected) => {
    expect(free('isIP', text)).toBe(expected);
  });

  it.each<[string, string, CelValue]>([
    ['127.0.0.1', 'family', 4n],
    ['2001:db8::1', 'family', 6n],
    ['0.0.0.0', 'isUnspecified', true],
    ['127.9.9.9', 'isLoopback', true],
    ['::1', 'isLoopback', true],
    ['::2', 'isLoopback', false],
    ['224.0.0.1', 'isLinkLocalMulticast', true],
    ['224.0.1.1', 'isLinkLocalMulticast', false],
    ['ff02::1', 'isLinkLocalMulticast', true],
    ['169.254.169.254', 'isLinkLocalUnicast', true],
    ['fe80::1', 'isLinkLocalUnicast', true],
    ['192.168.0.1', 'isGlobalUnicast', true],
    ['255.255.255.255', 'isGlobalUnicast', false],
    ['fe80::1', 'isGlobalUnicast', false],
  ])('ip(%j).%s() is %s', (text, name, expected) => {
    expect(on(free('ip', text), name)).toBe(expected);
  });

  it('writes addresses as RFC 5952 does', () => {
    expect(free('string', free('ip', '2001:DB8:0:0:1:0:0:1'))).toBe('2001:db8::1:0:0:1');
    expect(free('ip.isCanonical', '2001:db8::1')).toBe(true);
    expect(free('ip.isCanonical', '2001:DB8::1')).toBe(false);
    expect(free('ip', 'x')).toBe(
      '!IP Address "x" parse error during conversion from string: ParseAddr("x"): unable to parse IP',
    );
  });

  it.each<[string, string, CelValue[], CelValue]>([
    ['192.168.0.0/24', 'containsIP', ['192.168.0.1'], true],
    ['192.168.0.0/24', 'containsIP', ['192.168.1.1'], false],
    ['::/0', 'containsIP', ['192.168.1.1'], false],
    ['192.168.0.0/16', 'containsCIDR', ['192.168.10.0/24'], true],
    ['192.168.0.0/24', 'containsCIDR', ['192.168.0.0/16'], false],
    ['192.168.0.0/24', 'prefixLength', [], 24n],
  ])('cidr(%j).%s(%j) is %s', (text, name, args, expected) => {
    expect(on(free('cidr', text), name, ...args)).toBe(expected);
  });

  it('reads networks', () => {
    expect(free('isCIDR', '192.168.0.0/24')).toBe(true);
    expect(free('isCIDR', '192.168.0.0/33')).toBe(false);
    expect(free('isCIDR', '192.168.0.0/024')).toBe(false);
    expect(free('string', on(free('cidr', '192.168.0.9/24'), 'masked'))).toBe('192.168.0.0/24');
    expect(free('string', on(free('cidr', '192.168.0.9/24'), 'ip'))).toBe('192.168.0.9');
  });

  it.each<[string, boolean]>([
    ['1', true],
    ['100m', true],
    ['1.5Gi', true],
    ['-1e3', true],
    ['.5', true],
    ['5.', true],
    ['1E', true],
    ['', false],
    ['Gi', false],
    ['1KiB', false],
    ['1 Gi', false],
  ])('isQuantity(%j) is %s', (text, expected) => {
    expect(free('isQuantity', text)).toBe(expected);
  });

  it('computes with quantities exactly', () => {
    const quantity = (text: string): CelValue => free('quantity', text);
    expect(on(quantity('1Gi'), 'isGreaterThan', quantity('1G'))).toBe(true);
    expect(on(quantity('100m'), 'isLessThan', quantity('0.1'))).toBe(false);
    expect(on(quantity('100m'), 'compareTo', quantity('0.1'))).toBe(0n);
    expect(quantity('1000m')).toStrictEqual(quantity('1'));
    expect(on(quantity('50k'), 'add', 20n)).toStrictEqual(quantity('50020'));
    expect(on(quantity('1'), 'sub', quantity('2'))).toStrictEqual(quantity('-1'));
    expect(on(quantity('-5'), 'sign')).toBe(-1n);
    expect(on(quantity('2Ki'), 'asInteger')).toBe(2048n);
    expect(on(quantity('1.5'), 'isInteger')).toBe(false);
    expect(on(quantity('1.5'), 'asInteger')).toBe('!cannot convert value to integer');
    expect(on(quantity('1.5'), 'asApproximateFloat')).toBe(1.5);
  });

  it.each<[string, string, boolean]>([
    ['dns1123Label', 'my-label', true],
    ['dns1123Label', 'My-label', false],
    ['dns1123Label', 'a'.repeat(64), false],
    ['dns1123LabelPrefix', 'my-label-', true],
    ['dns1123Subdomain', 'a.b-c.d', true],
    ['dns1123Subdomain', 'a..b', false],
    ['dns1035Label', '1a', false],
    ['dns1035LabelPrefix', 'a-', true],
    ['qualifiedName', 'example.com/MyName', true],
    ['qualifiedName', '/MyName', false],
    ['qualifiedName', 'a/b/c', false],
    ['labelValue', '', true],
    ['labelValue', '-a', false],
    ['uri', 'https://example.com', true],
    ['uri', 'example', false],
    ['uuid', '123e4567-e89b-12d3-a456-426614174000', true],
    ['uuid', '123e4567', false],
    ['byte', 'aGVsbG8=', true],
    ['byte', 'aGVsbG8', false],
    ['date', '2024-02-29', true],
    ['date', '2023-02-29', false],
    ['datetime', '2021-01-01T00:00:00Z', true],
    ['datetime', '2021-01-01T24:00:00Z', false],
  ])('format.%s().validate(%j) finds no fault: %s', (name, text, fine) => {
    expect(on(on(free(`format.${name}`), 'validate', text), 'hasValue')).toBe(!fine);
  });

  it('answers with optionals', () => {
    expect(on(free('format.named', 'uuid'), 'hasValue')).toBe(true);
    expect(on(free('format.named', 'other'), 'hasValue')).toBe(false);
    expect(on(on(free('format.uuid'), 'validate', 'x'), 'value')).toStrictEqual([
      'does not match the UUID format',
    ]);
    expect(on(noValue, 'orValue', 5n)).toBe(5n);
    expect(on(optionalOf(3n), 'orValue', 5n)).toBe(3n);
    expect(on(noValue, 'or', optionalOf(3n))).toStrictEqual(optionalOf(3n));
    expect(on(noValue, 'value')).toBe('!optional.none() dereference');
    expect(free('optional.ofNonZeroValue', '')).toStrictEqual(noValue);
    expect(free('optional.of', '')).toStrictEqual(optionalOf(''));
  });

  it('answers any arguments with a value or an error', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.bigInt(-10n, 10n),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.constant(noValue));
    fc.assert(
      fc.property(fc.constantFrom(...kubernetesFunctions), fc.array(value), (one, args) => {
        one.run(args);
      }),
      { numRuns: 3000 },
    );
  });

  it('knows the names of plain CEL as well', () => {
    expect([...knownFunctions]).toEqual(
      expect.arrayContaining(['has', 'all', 'matches', 'isURL', 'dns1123Label', 'orValue']),
    );
  });
});
