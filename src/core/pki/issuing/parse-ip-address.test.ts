import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipText } from '../extensions/ip-text.ts';
import { parseIpAddress } from './parse-ip-address.ts';

describe('parseIpAddress', () => {
  it.each([
    ['192.0.2.7', [192, 0, 2, 7]],
    ['0.0.0.0', [0, 0, 0, 0]],
    ['::1', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['2001:db8::ff', [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff]],
    ['::ffff:192.0.2.7', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 7]],
    ['1:2:3:4:5:6:7::', [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0]],
  ])('reads %s', (text, octets) => {
    expect([...(parseIpAddress(text) ?? [])]).toEqual(octets);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.300',
    '10.0.0.01',
    'catalog',
    ':',
    ':::',
    '1::2::3',
    '1:2:3',
    '1:2:3:4:5:6:7:8::',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'fe80::1%eth0',
    '::1.2.3',
    '::192.0.2.1:5',
    '1.2.3.4::',
  ])('refuses %j', (text) => {
    expect(parseIpAddress(text)).toBeNull();
  });

  it('reads back every address that the decoder writes', () => {
    const octets = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(octets, (address) => {
        expect(parseIpAddress(ipText(address))).toEqual(address);
      }),
    );
  });

  it('takes what Node takes for an address, zones apart', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f:.]{1,20}$/), (text) => {
        expect(parseIpAddress(text) !== null).toBe(isIP(text) !== 0);
      }),
    );
  });
});
