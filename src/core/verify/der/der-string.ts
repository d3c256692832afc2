/** Universal and context-specific tags used in certificates, as identifier octets. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

/** One element: identifier octet, the content, and the octets including the header. */
export interface DerElement {
  readonly tag: number;
  readonly content: DerString;
  readonly whole: Uint8Array;
}

/**
 * A byte string that is read from the front, with the rules of Go's cryptobyte: one-octet tags, lengths of
 * at most four octets in the shortest form. Every reader returns null and stops where Go would fail.
 *
 * @see golang.org/x/crypto/cryptobyte asn1.go
 */
export class DerString {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isEmpty(): boolean {
    return this.at === this.bytes.length;
  }

  /** What has not been read. */
  get rest(): Uint8Array {
    return this.bytes.subarray(this.at);
  }

  peek(tag: number): boolean {
    return this.bytes[this.at] === tag;
  }

  /** The next element, whatever its tag. */
  any(): DerElement | null {
    const { bytes, at } = this;
    const tag = bytes[at];
    const first = bytes[at + 1];
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
    const octets = first & 0x7f;
    const long = (first & 0x80) !== 0;
    if (long && (octets === 0 || octets > 4 || at + 2 + octets > bytes.length)) return null;
    const header = at + 2 + (long ? octets : 0);
    const length = long ? bigEndian(bytes.subarray(at + 2, header)) : first;
    if (long && (length < 128 || bytes[at + 2] === 0)) return null;
    const end = header + length;
    if (end > bytes.length) return null;
    this.at = end;
    const content = new DerString(bytes.subarray(header, end));
    return { tag, content, whole: bytes.subarray(at, end) };
  }

  /** The content of the next element, which must have that tag. */
  read(tag: number): DerString | null {
    const element = this.any();
    return element?.tag === tag ? element.content : null;
  }

  /** `undefined` when the next element has another tag. */
  optional(tag: number): DerString | null | undefined {
    return this.peek(tag) ? this.read(tag) : undefined;
  }

  /** INTEGER octets in the shortest form. */
  integer(): Uint8Array | null {
    const bytes = this.read(TAG.integer)?.rest;
    const [first, second] = bytes ?? [];
    if (bytes === undefined || first === undefined) return null;
    if (second === undefined) return bytes;
    const padded = (first === 0 && second < 0x80) || (first === 0xff && second >= 0x80);
    return padded ? null : bytes;
  }

  /** OBJECT IDENTIFIER in dotted form. */
  objectId(): string | null {
    const bytes = this.read(TAG.objectId)?.rest;
    if (bytes === undefined || bytes.length === 0) return null;
    const parts: number[] = [];
    let at = 0;
    while (at < bytes.length) {
      let value = 0;
      for (let count = 0; ; count += 1) {
        const octet = bytes[at];
        if (octet === undefined || count === 5 || value >= 1 << 24) return null;
        if (count === 0 && octet === 0x80) return null;
        value = value * 128 + (octet & 0x7f);
        at += 1;
        if (octet < 0x80) break;
      }
      parts.push(value);
    }
    const [first = 0, ...others] = parts;
    const root = Math.min(Math.floor(first / 40), 2);
    return [root, first - root * 40, ...others].join('.');
  }

  boolean(): boolean | null {
    const bytes = this.read(TAG.boolean)?.rest;
    if (bytes?.length !== 1) return null;
    if (bytes[0] === 0) return false;
    return bytes[0] === 0xff ? true : null;
  }

  /** Content of a BIT STRING without the count of unused bits, which must be zero bits. */
  bitString(): Uint8Array | null {
    const bytes = this.read(TAG.bitString)?.rest;
    const unused = bytes?.[0];
    if (bytes === undefined || unused === undefined || unused > 7) return null;
    const content = bytes.subarray(1);
    const last = content.at(-1);
    if (last === undefined) return unused === 0 ? content : null;
    return (last & ((1 << unused) - 1)) === 0 ? content : null;
  }
}

function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
