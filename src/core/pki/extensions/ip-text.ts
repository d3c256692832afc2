import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * The octets of an iPAddress as text: 4 or 16 octets an address (RFC 5952 form), 8 or 32 octets address and
 * mask (`10.0.0.0/255.0.0.0`, name constraints), anything else hex.
 */
export function ipText(octets: Uint8Array): string {
  switch (octets.length) {
    case 4:
      return octets.join('.');
    case 16:
      return ipv6Text(octets);
    case 8:
      return `${ipText(octets.subarray(0, 4))}/${ipText(octets.subarray(4))}`;
    case 32:
      return `${ipText(octets.subarray(0, 16))}/${ipText(octets.subarray(16))}`;
    default:
      return `#${bytesToHex(octets)}`;
  }
}

function ipv6Text(octets: Uint8Array): string {
  const groups: number[] = [];
  for (let at = 0; at < 16; at += 2) groups.push((octets[at] ?? 0) * 256 + (octets[at + 1] ?? 0));
  const zeros = longestZeroRun(groups);
  const hex = (part: readonly number[]): string =>
    part.map((group) => group.toString(16)).join(':');
  if (zeros.length < 2) return hex(groups);
  const end = zeros.start + zeros.length;
  return `${hex(groups.slice(0, zeros.start))}::${hex(groups.slice(end))}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  groups.forEach((group, at) => {
    if (group !== 0) start = at + 1;
    else if (at + 1 - start > best.length) best = { start, length: at + 1 - start };
  });
  return best;
}
