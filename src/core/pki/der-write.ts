/** Concatenates byte strings. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** One DER element: identifier octet, shortest length, contents (X.690 §10.1). */
export function encodeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...contents);
  return concatBytes(Uint8Array.of(tag, ...lengthOctets(content.length)), content);
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 0xff);
  return [0x80 | octets.length, ...octets];
}

/** A DER INTEGER from unsigned big-endian octets. */
export function encodeUnsigned(octets: Uint8Array): Uint8Array {
  let at = 0;
  while (at < octets.length - 1 && octets[at] === 0) at += 1;
  const shortest = octets.subarray(at);
  const needsSign = ((shortest[0] ?? 0) & 0x80) !== 0 || shortest.length === 0;
  return encodeDer(0x02, needsSign ? Uint8Array.of(0) : new Uint8Array(), shortest);
}

/** A DER OBJECT IDENTIFIER from its dotted text (X.690 §8.19). */
export function encodeOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift((left & 0x7f) | 0x80);
    }
    return groups;
  });
  return encodeDer(0x06, Uint8Array.from(octets));
}
