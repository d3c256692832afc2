import { failsWith, freeFunction, gives, method } from '../cel/cel-function.ts';
import type { CelFunction, CelOutcome } from '../cel/cel-function.ts';
import { asObject } from '../cel/cel-value.ts';
import type { CelValue } from '../cel/cel-value.ts';
import { ipText, readIp } from './read-ip.ts';

interface Cidr {
  readonly octets: Uint8Array;
  readonly bits: number;
}

/**
 * `cidr`, `isCIDR` and what a network is asked.
 *
 * @see k8s.io/apiserver pkg/cel/library/cidr.go
 */
export const cidrFunctions: readonly CelFunction[] = [
  freeFunction('cidr', 1, ([text]) => {
    if (typeof text !== 'string') return null;
    const cidr = readCidr(text);
    const why = `network address parse error during conversion from string: netip.ParsePrefix(${JSON.stringify(text)})`;
    return cidr === null ? failsWith(why) : gives({ celType: 'net.cidr', fields: { text } });
  }),
  freeFunction('isCIDR', 1, ([text]) =>
    typeof text === 'string' ? gives(readCidr(text) !== null) : null,
  ),
  freeFunction('string', 1, ([cidr]) =>
    withCidr(cidr, ({ octets, bits }) => gives(`${ipText(octets)}/${bits.toString()}`)),
  ),
  method('ip', 0, ([cidr]) =>
    withCidr(cidr, ({ octets }) => gives({ celType: 'net.ip', fields: { text: ipText(octets) } })),
  ),
  method('prefixLength', 0, ([cidr]) => withCidr(cidr, ({ bits }) => gives(BigInt(bits)))),
  method('masked', 0, ([cidr]) =>
    withCidr(cidr, (one) => {
      const text = `${ipText(mask(one.octets, one.bits))}/${one.bits.toString()}`;
      return gives({ celType: 'net.cidr', fields: { text } });
    }),
  ),
  method('containsIP', 1, ([cidr, address]) => {
    const text = typeof address === 'string' ? address : asObject(address, 'net.ip')?.fields.text;
    if (typeof text !== 'string') return null;
    const read = readIp(text);
    return withCidr(cidr, (one) =>
      read.ok ? gives(contains(one, { octets: read.ip.octets, bits: 128 })) : failsWith(read.error),
    );
  }),
  method('containsCIDR', 1, ([cidr, other]) => {
    const inner = typeof other === 'string' ? readCidr(other) : cidrOf(other);
    if (inner === null) return typeof other === 'string' ? failsWith('no such network') : null;
    return withCidr(cidr, (one) => gives(contains(one, inner)));
  }),
];

function withCidr(value: CelValue | undefined, run: (cidr: Cidr) => CelOutcome): CelOutcome | null {
  const cidr = cidrOf(value);
  return cidr === null ? null : run(cidr);
}

function cidrOf(value: CelValue | undefined): Cidr | null {
  const text = asObject(value, 'net.cidr')?.fields.text;
  return typeof text === 'string' ? readCidr(text) : null;
}

function readCidr(text: string): Cidr | null {
  const parts = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text);
  const read = readIp(parts?.[1] ?? '');
  const bits = Number(parts?.[2]);
  return read.ok && bits <= read.ip.octets.length * 8 ? { octets: read.ip.octets, bits } : null;
}

function mask(octets: Uint8Array, bits: number): Uint8Array {
  return octets.map((one, at) => one & (0xff << Math.min(8, Math.max(0, 8 * (at + 1) - bits))));
}

function contains(outer: Cidr, inner: Cidr): boolean {
  if (outer.octets.length !== inner.octets.length || inner.bits < outer.bits) return false;
  const [left, right] = [mask(outer.octets, outer.bits), mask(inner.octets, outer.bits)];
  return left.every((one, at) => one === right[at]);
}
