/** Outcome of reading one base64 field as the API server reads it. */
export type Base64Result =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** Byte offset that Go names in `illegal base64 data at input byte N`. */
  | { readonly ok: false; readonly offset: number };

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTETS = new Map(Array.from(ALPHABET, (char, value) => [char, value]));

/**
 * Decodes as Go's `base64.StdEncoding` does, which is what the API server uses for `Secret.data` and
 * `ConfigMap.binaryData`: line ends are skipped, every other foreign character is refused, padding is
 * required, left-over bits are ignored.
 *
 * @see https://pkg.go.dev/encoding/base64#Encoding.Decode and `CorruptInputError`
 */
export function decodeKubernetesBase64(text: string): Base64Result {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let written = 0;
  let quantum: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n' || char === '\r') continue;
    const sextet = SEXTETS.get(char);
    if (sextet === undefined) {
      if (char !== '=') return { ok: false, offset: at };
      const error = paddingError(text, at, quantum.length);
      if (error !== null) return { ok: false, offset: error };
      written = writeQuantum(bytes, written, quantum);
      return { ok: true, bytes: bytes.slice(0, written) };
    }
    quantum.push(sextet);
    if (quantum.length < 4) continue;
    written = writeQuantum(bytes, written, quantum);
    quantum = [];
  }
  if (quantum.length > 0) return { ok: false, offset: text.length - quantum.length };
  return { ok: true, bytes: bytes.slice(0, written) };
}

/** Go `decodeQuantum`: one `=` after three characters, two after two, and only line ends behind them. */
function paddingError(text: string, first: number, held: number): number | null {
  if (held < 2) return first;
  let at = skipLineEnds(text, first + 1);
  if (held === 2) {
    if (at === text.length) return text.length;
    if (text.charAt(at) !== '=') return at - 1;
    at += 1;
  }
  at = skipLineEnds(text, at);
  return at < text.length ? at : null;
}

function skipLineEnds(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === '\n' || text.charAt(at) === '\r') at += 1;
  return at;
}

/** Writes as many whole bytes as two, three or four sextets hold. */
function writeQuantum(bytes: Uint8Array, at: number, sextets: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0] = sextets;
  const value = (a << 18) | (b << 12) | (c << 6) | d;
  const count = Math.max(sextets.length - 1, 0);
  for (let index = 0; index < count; index += 1)
    bytes[at + index] = (value >> (16 - 8 * index)) & 0xff;
  return at + count;
}
