/**
 * Octets of an IP address: 4 for `192.0.2.1`, 16 for `2001:db8::1` (RFC 4291 §2.2, an IPv4 tail included).
 *
 * @returns null when the text is no address
 */
export function parseIpAddress(text: string): Uint8Array | null {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Uint8Array | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part))) return null;
  const octets = parts.map(Number);
  return octets.every((octet) => octet <= 255) ? Uint8Array.from(octets) : null;
}

function parseIpv6(text: string): Uint8Array | null {
  const halves = text.split('::');
  const dot = text.indexOf('.');
  if (halves.length > 2 || (dot !== -1 && dot < text.lastIndexOf(':'))) return null;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':').map(groupOctets)));
  const before = (head ?? []).flat();
  const after = (tail ?? []).flat();
  const missing = 16 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 2) return null;
  const octets = [...before, ...new Array<number>(missing).fill(0), ...after];
  return octets.every((octet) => octet >= 0) ? Uint8Array.from(octets) : null;
}

/** Two octets a group, four for an IPv4 tail; -1 marks what is neither. */
function groupOctets(group: string): number[] {
  if (group.includes('.')) return [...(parseIpv4(group) ?? [-1, -1])];
  if (!/^[0-9a-f]{1,4}$/i.test(group)) return [-1, -1];
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
}
