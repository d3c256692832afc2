import { parseIpAddress } from '../../pki/issuing/parse-ip-address.ts';
import { ipText } from '../../pki/extensions/ip-text.ts';
import { rustDebug } from './rust-debug.ts';

/** A name that rustls can be asked to connect to. */
export type ServerName =
  | { readonly kind: 'dns'; readonly text: string; readonly debug: string }
  | {
      readonly kind: 'ip';
      readonly text: string;
      readonly debug: string;
      readonly octets: Uint8Array;
    };

/**
 * Reads a server name: labels of letters, digits, `-` and `_`, the last not all digits, one dot at the end allowed;
 * else an IP address without brackets. Null for anything else, which rustls does not connect to.
 *
 * @see rustls-pki-types 1.15.1 src/server_name.rs
 */
export function readServerName(text: string): ServerName | null {
  if (isDnsName(text)) return { kind: 'dns', text, debug: `DnsName(${rustDebug(text)})` };
  const octets = parseIpAddress(text);
  if (octets === null) return null;
  const version = octets.length === 4 ? '4' : '6';
  const debug = `IpAddress(V${version}(Ipv${version}Addr([${octets.join(', ')}])))`;
  return { kind: 'ip', text: addressText(octets), debug, octets };
}

function isDnsName(text: string): boolean {
  if (text === '' || text.length > 253) return false;
  const labels = text.replace(/\.$/, '').split('.');
  return labels.every(isLabel) && !/^\d+$/.test(labels[labels.length - 1] ?? '');
}

function isLabel(label: string): boolean {
  return /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label);
}

/** As Rust's standard library prints it: IPv4-mapped addresses keep their dots. */
function addressText(octets: Uint8Array): string {
  const isMapped =
    octets.length === 16 &&
    octets.subarray(0, 10).every((octet) => octet === 0) &&
    octets[10] === 0xff &&
    octets[11] === 0xff;
  return isMapped ? `::ffff:${ipText(octets.subarray(12))}` : ipText(octets);
}
