import { parseIpAddress } from '../../../pki/issuing/parse-ip-address.ts';

/** An address and its canonical text (RFC 5952). */
export interface IpValue {
  readonly octets: Uint8Array;
  readonly text: string;
}

export type ReadIp =
  { readonly ok: true; readonly ip: IpValue } | { readonly ok: false; readonly error: string };

/**
 * Kubernetes' parseIPAddr: no zones, no IPv4 addresses in IPv6 form.
 *
 * @see k8s.io/apiserver pkg/cel/library/ip.go
 */
export function readIp(text: string): ReadIp {
  const octets = parseIpAddress(text);
  if (text.includes('%')) {
    return { ok: false, error: `IP address "${text}" with zone value is not allowed` };
  }
  if (octets === null) {
    const why = `ParseAddr(${JSON.stringify(text)}): unable to parse IP`;
    return {
      ok: false,
      error: `IP Address "${text}" parse error during conversion from string: ${why}`,
    };
  }
  if (isMapped(octets)) {
    return { ok: false, error: `IPv4-mapped IPv6 address "${text}" is not allowed` };
  }
  return { ok: true, ip: { octets, text: ipText(octets) } };
}

function isMapped(octets: Uint8Array): boolean {
  return (
    octets.length === 16 && octets.slice(0, 12).every((one, at) => one === (at < 10 ? 0 : 255))
  );
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
export function ipText(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((octets[2 * at] ?? 0) << 8) | (octets[2 * at + 1] ?? 0)).toString(16),
  );
  const run = longestZeroRun(groups);
  if (run.length < 2) return groups.join(':');
  const after = groups.slice(run.start + run.length);
  return `${groups.slice(0, run.start).join(':')}::${after.join(':')}`;
}

function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
