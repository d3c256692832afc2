import { describe, expect, it } from 'vitest';
import type { TestExtension } from '../../pki/certificate-builder.testing.ts';
import { encodeDer, encodeOid } from '../../pki/der-write.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import { basicConstraints } from '../../pki/extensions/extension-builder.testing.ts';
import { eventList, intermediate, leaf, root } from '../openssl/verify-openssl.testing.ts';
import { verify } from './verify-boringssl.testing.ts';

const any = '2.5.29.32.0';
const [gold, silver] = ['1.3.6.1.4.1.1', '1.3.6.1.4.1.2'];

function policies(...oids: readonly string[]): TestExtension {
  const entries = oids.map((oid) => encodeDer(0x30, encodeOid(oid)));
  return { oid: extensionOids.certificatePolicies, value: encodeDer(0x30, ...entries) };
}

function mappings(...pairs: readonly (readonly [string, string])[]): TestExtension {
  const entries = pairs.map((pair) => encodeDer(0x30, ...pair.map(encodeOid)));
  return { oid: extensionOids.policyMappings, value: encodeDer(0x30, ...entries) };
}

function constraints(explicit?: number, mapping?: number): TestExtension {
  const field = (tag: number, value?: number) =>
    value === undefined ? [] : [encodeDer(tag, Uint8Array.of(value & 0xff))];
  const value = encodeDer(0x30, ...field(0x80, explicit), ...field(0x81, mapping));
  return { oid: extensionOids.policyConstraints, value };
}

function inhibitAny(skip: number): TestExtension {
  return { oid: extensionOids.inhibitAnyPolicy, value: encodeDer(0x02, Uint8Array.of(skip)) };
}

function events(middle: readonly TestExtension[], end: readonly TestExtension[], top = 'root') {
  const chain = [
    leaf('middle', { extensions: end }),
    intermediate('middle', 'root', { extensions: [basicConstraints(true), ...middle] }),
  ];
  return verify(chain, [root(top)]).then(eventList);
}

const broken = { oid: extensionOids.certificatePolicies, value: Uint8Array.of(0x30, 0x01, 0x00) };
const trailing = { ...policies(gold), value: Uint8Array.of(...policies(gold).value, 0) };

describe('certificate policies (RFC 9618), of which BoringSSL', () => {
  it.each([
    ['wants none unless a CA asks', [], [], '-'],
    ['accepts any that goes through', [constraints(0), policies(gold)], [policies(gold)], '-'],
    ['accepts anyPolicy above', [constraints(0), policies(any)], [policies(gold)], '-'],
    ['misses one in the leaf', [constraints(0), policies(gold)], [], '43@0'],
    ['misses one in common', [constraints(0), policies(gold)], [policies(silver)], '43@0'],
    ['misses it one certificate later only', [constraints(2), policies(gold)], [], '-'],
    ['misses it in the certificate that asks', [constraints(0)], [policies(gold)], '43@0'],
    [
      'follows a mapping',
      [constraints(0), policies(gold), mappings([gold, silver])],
      [policies(silver)],
      '-',
    ],
    [
      'lets go of what was mapped away',
      [constraints(0), policies(gold), mappings([gold, silver])],
      [policies(gold)],
      '43@0',
    ],
    [
      'refuses to map anyPolicy',
      [policies(gold), mappings([any, silver])],
      [policies(gold)],
      '42@0',
    ],
    ['inhibits anyPolicy', [constraints(0), policies(any), inhibitAny(0)], [policies(any)], '43@0'],
    ['refuses a broken extension', [], [broken], '42@0'],
    ['refuses octets behind the value', [], [trailing], '42@0'],
    ['refuses an empty list', [policies()], [], '42@0'],
    ['refuses a policy that stands twice', [policies(gold, gold)], [], '42@0'],
    ['refuses constraints that say nothing', [constraints()], [], '42@0'],
    ['refuses a negative number', [constraints(-1)], [], '42@0'],
  ])('%s', async (_what, middle, end, expected) => {
    expect(await events(middle, end)).toBe(expected);
  });

  it('looks at none in a chain that is not trusted', async () => {
    expect(await events([policies()], [], 'other')).toBe('20@1');
  });
});
