/**
 * Content octets of an OBJECT IDENTIFIER as dotted text, or `null` when they do not form one: empty, an
 * unfinished last arc, or an arc with a leading 0x80 (ITU-T X.690 §8.19; OpenSSL `ossl_c2i_ASN1_OBJECT`).
 */
export function decodeObjectIdentifier(content: Uint8Array): string | null {
  if (content.length === 0 || content.length > 512) return null;
  const arcs: string[] = [];
  let arc = 0n;
  let small = 0;
  let wide = false;
  let atStart = true;
  for (const byte of content) {
    if (atStart && byte === 0x80) return null;
    if (!wide && small >= 2 ** 40) {
      wide = true;
      arc = BigInt(small);
    }
    if (wide) arc = (arc << 7n) | BigInt(byte & 0x7f);
    else small = small * 128 + (byte & 0x7f);
    atStart = (byte & 0x80) === 0;
    if (!atStart) continue;
    pushArc(arcs, wide ? arc : BigInt(small));
    arc = 0n;
    small = 0;
    wide = false;
  }
  return atStart ? arcs.join('.') : null;
}

function pushArc(arcs: string[], value: bigint): void {
  if (arcs.length > 0) {
    arcs.push(value.toString());
    return;
  }
  const first = value < 40n ? 0n : value < 80n ? 1n : 2n;
  arcs.push(first.toString(), (value - first * 40n).toString());
}
