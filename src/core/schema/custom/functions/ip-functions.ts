import { failsWith, freeFunction, gives, method } from '../cel/cel-function.ts';
import type { CelFunction } from '../cel/cel-function.ts';
import { asObject } from '../cel/cel-value.ts';
import { readIp } from './read-ip.ts';

/**
 * `ip`, `isIP`, `ip.isCanonical` and what an address is asked.
 *
 * @see k8s.io/apiserver pkg/cel/library/ip.go
 */
export const ipFunctions: readonly CelFunction[] = [
  freeFunction('ip', 1, ([text]) => {
    if (typeof text !== 'string') return null;
    const read = readIp(text);
    return read.ok
      ? gives({ celType: 'net.ip', fields: { text: read.ip.text } })
      : failsWith(read.error);
  }),
  freeFunction('isIP', 1, ([text]) => (typeof text === 'string' ? gives(readIp(text).ok) : null)),
  freeFunction('ip.isCanonical', 1, ([text]) => {
    if (typeof text !== 'string') return null;
    const read = readIp(text);
    return read.ok ? gives(read.ip.text === text) : failsWith(read.error);
  }),
  freeFunction('string', 1, ([address]) => {
    const text = asObject(address, 'net.ip')?.fields.text;
    return text === undefined ? null : gives(text);
  }),
  asks('family', (octets) => (octets.length === 4 ? 4n : 6n)),
  asks('isUnspecified', (octets) => octets.every((one) => one === 0)),
  asks('isLoopback', (octets) => (octets.length === 4 ? octets[0] === 127 : isOne(octets))),
  asks('isLinkLocalMulticast', (octets) =>
    octets.length === 4
      ? octets[0] === 224 && octets[1] === 0 && octets[2] === 0
      : octets[0] === 0xff && ((octets[1] ?? 0) & 0x0f) === 2,
  ),
  asks('isLinkLocalUnicast', (octets) =>
    octets.length === 4
      ? octets[0] === 169 && octets[1] === 254
      : octets[0] === 0xfe && ((octets[1] ?? 0) & 0xc0) === 0x80,
  ),
  asks('isGlobalUnicast', isGlobalUnicast),
];

function asks(name: string, answer: (octets: Uint8Array) => boolean | bigint): CelFunction {
  return method(name, 0, ([receiver]) => {
    const text = asObject(receiver, 'net.ip')?.fields.text;
    const read = typeof text === 'string' ? readIp(text) : null;
    return read?.ok ? gives(answer(read.ip.octets)) : null;
  });
}

function isOne(octets: Uint8Array): boolean {
  return octets.every((one, at) => one === (at === 15 ? 1 : 0));
}

/** Go netip.Addr.IsGlobalUnicast: private addresses count, broadcast does not. */
function isGlobalUnicast(octets: Uint8Array): boolean {
  if (octets.every((one) => one === 0)) return false;
  if (octets.length === 16) {
    const linkLocal = octets[0] === 0xfe && ((octets[1] ?? 0) & 0xc0) === 0x80;
    return !isOne(octets) && octets[0] !== 0xff && !linkLocal;
  }
  const [first = 0, second] = octets;
  const multicast = first >= 224 && first <= 239;
  const linkLocal = first === 169 && second === 254;
  return !octets.every((one) => one === 255) && first !== 127 && !multicast && !linkLocal;
}
