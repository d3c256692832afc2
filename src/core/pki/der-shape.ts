/** Tag and extent of one DER element; values are never interpreted. */
export interface Shape {
  /** Identifier octet: 0x30 SEQUENCE, 0x02 INTEGER, 0xa0 [0], … */
  readonly tag: number;
  /** Offset of the identifier octet. */
  readonly start: number;
  /** First content offset. */
  readonly content: number;
  /** One past the last content octet. */
  readonly end: number;
}

/**
 * Reads the identifier and length at `at`. Definite lengths only, one-byte tags only (X.690 §8.1).
 *
 * @returns null when the octets do not form a header or the content reaches past `limit`
 */
export function shapeAt(bytes: Uint8Array, at: number, limit = bytes.length): Shape | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > limit || (tag & 0x1f) === 0x1f)
    return null;
  if (first < 0x80) return fit({ tag, start: at, content: at + 2, end: at + 2 + first }, limit);
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 2 + count > limit) return null;
  let length = 0;
  for (let index = 0; index < count; index += 1)
    length = length * 256 + (bytes[at + 2 + index] ?? 0);
  const content = at + 2 + count;
  return fit({ tag, start: at, content, end: content + length }, limit);
}

function fit(shape: Shape, limit: number): Shape | null {
  return shape.end <= limit ? shape : null;
}

/** The elements directly inside `parent`, at most `most`; stops quietly where the octets stop making sense. */
export function childShapes(bytes: Uint8Array, parent: Shape, most = 12): Shape[] {
  const children: Shape[] = [];
  let at = parent.content;
  while (at < parent.end && children.length < most) {
    const child = shapeAt(bytes, at, parent.end);
    if (child === null) break;
    children.push(child);
    at = child.end;
  }
  return children;
}

/** Content octets of an element as lower-case hex, for comparing object identifiers and small integers. */
export function contentHex(bytes: Uint8Array, shape: Shape): string {
  return [...bytes.subarray(shape.content, shape.end)]
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('');
}
