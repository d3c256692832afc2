import type { SubtreeMatch } from './match-subtrees.ts';

/** `v3_ncons.c: nc_ip`: address and mask octets; IPv4 and IPv6 never match each other, other lengths are error 53. */
export function matchIpAddress(address: Uint8Array, base: Uint8Array): SubtreeMatch {
  if (address.length !== 4 && address.length !== 16) return 53;
  if (base.length !== 8 && base.length !== 32) return 53;
  if (address.length * 2 !== base.length) return 47;
  const mask = base.subarray(address.length);
  const inside = address.every((octet, index) => {
    const bits = mask[index] ?? 0;
    return (octet & bits) === ((base[index] ?? 0) & bits);
  });
  return inside ? 0 : 47;
}
