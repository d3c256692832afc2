import { describeTag } from './tags.ts';

/** What stopped the reading, in words, and the byte offset in the outermost input where it stands. */
export interface DerProblem {
  readonly problem: string;
  readonly offset: number;
}

/** One tag-length-value. Offsets count from the start of the outermost input. */
export interface DerElement {
  /** Identifier octet: class, constructed bit and (low) tag number together, e.g. `0x30`. */
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** Bounds that keep hostile input cheap. */
export interface DerLimits {
  readonly depth: number;
  readonly elements: number;
}

const defaultLimits: DerLimits = { depth: 24, elements: 200_000 };

/** What all readers over one input share: the first problem found and the remaining budget. */
interface DerState {
  first: DerProblem | null;
  elementsLeft: number;
  readonly depthLimit: number;
}

/**
 * A cursor over DER (ITU-T X.690 §10): definite, minimal lengths, low tag numbers. It never throws: every
 * read returns `null` once something is wrong, and {@link DerReader.problem} keeps the first reason.
 */
export class DerReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  private position: number;
  private readonly depth: number;
  private readonly state: DerState;

  private constructor(
    bytes: Uint8Array,
    start: number,
    end: number,
    depth: number,
    state: DerState,
  ) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.depth = depth;
    this.state = state;
  }

  /** A reader over the whole of `bytes`. */
  static over(bytes: Uint8Array, limits: DerLimits = defaultLimits): DerReader {
    const state = { first: null, elementsLeft: limits.elements, depthLimit: limits.depth };
    return new DerReader(bytes, 0, bytes.length, 0, state);
  }

  get problem(): DerProblem | null {
    return this.state.first;
  }

  get offset(): number {
    return this.position;
  }

  get atEnd(): boolean {
    return this.position >= this.end;
  }

  /** Records the first problem; always `null`, so that callers can `return reader.fail(…)`. */
  fail(problem: string, offset: number = this.position): null {
    this.state.first ??= { problem, offset };
    return null;
  }

  /** Whether the next element carries `tag`. */
  nextIs(tag: number): boolean {
    return this.position < this.end && this.bytes[this.position] === tag;
  }

  /** The next element, whatever its tag. */
  next(): DerElement | null {
    if (this.state.first) return null;
    const start = this.position;
    const tag = this.bytes[start];
    if (tag === undefined || start >= this.end) return this.fail('the data ends too early', start);
    if (this.state.elementsLeft-- <= 0) return this.fail('it has too many elements', start);
    if ((tag & 0x1f) === 0x1f) return this.fail('it uses a multi-byte tag', start);
    const element = this.readLength(tag, start);
    if (element) this.position = element.end;
    return element;
  }

  private readLength(tag: number, start: number): DerElement | null {
    const first = this.bytes[start + 1];
    if (first === undefined || start + 1 >= this.end) {
      return this.fail('the data ends before the length', start + 1);
    }
    if (first < 0x80) return this.finish(tag, start, start + 2, first);
    if (first === 0x80) return this.fail('it uses an indefinite length', start + 1);
    const count = first & 0x7f;
    if (count > 4) return this.fail('the length has more than four bytes', start + 1);
    const contentStart = start + 2 + count;
    if (contentStart > this.end) return this.fail('the data ends inside the length', start + 1);
    let length = 0;
    for (let at = start + 2; at < contentStart; at++) length = length * 256 + (this.bytes[at] ?? 0);
    const minimal = length >= 0x80 && this.bytes[start + 2] !== 0;
    if (!minimal) return this.fail('the length is not written in its shortest form', start + 1);
    return this.finish(tag, start, contentStart, length);
  }

  private finish(
    tag: number,
    start: number,
    contentStart: number,
    length: number,
  ): DerElement | null {
    const end = contentStart + length;
    if (end > this.end) {
      return this.fail(
        `the length says ${String(length)} bytes, ${String(this.end - contentStart)} are there`,
        start,
      );
    }
    return { tag, start, contentStart, end };
  }

  /** The next element, which must carry `tag`; `what` names it in the problem. */
  expect(tag: number, what: string): DerElement | null {
    if (this.state.first) return null;
    if (!this.nextIs(tag)) {
      const found = this.atEnd ? 'the end' : describeTag(this.bytes[this.position] ?? 0);
      return this.fail(`${what}: ${describeTag(tag)} expected, ${found} found`);
    }
    return this.next();
  }

  /** The next element when it carries `tag`, else `undefined`; `null` when it is there but broken. */
  optional(tag: number): DerElement | null | undefined {
    return this.nextIs(tag) ? this.next() : undefined;
  }

  /** A reader over an element's content; `null` past the depth limit. */
  inside(element: DerElement): DerReader | null {
    if (this.depth + 1 > this.state.depthLimit) {
      return this.fail('it is nested too deeply', element.start);
    }
    return new DerReader(this.bytes, element.contentStart, element.end, this.depth + 1, this.state);
  }

  /** `expect` and `inside` in one: a reader over the content of the next element. */
  enter(tag: number, what: string): DerReader | null {
    const element = this.expect(tag, what);
    return element ? this.inside(element) : null;
  }

  /** True when everything was read; else records that bytes are left over. */
  finished(what: string): boolean {
    if (this.state.first) return false;
    if (this.atEnd) return true;
    this.fail(`${what}: there is more than belongs there`);
    return false;
  }

  /** The content bytes of an element. */
  content(element: DerElement): Uint8Array {
    return this.bytes.subarray(element.contentStart, element.end);
  }

  /** The whole element with its tag and length. */
  whole(element: DerElement): Uint8Array {
    return this.bytes.subarray(element.start, element.end);
  }
}
