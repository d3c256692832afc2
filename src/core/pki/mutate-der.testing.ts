import { DerReader } from './der/der-reader.ts';
import { concatBytes, encodeDer } from './der-write.ts';
import type { Random } from './random.testing.ts';

/** Where an element of a seed begins, its content begins, and it ends. */
interface Span {
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** A well-formed DER value with its elements, found once. */
export interface MutationSeed {
  readonly der: Uint8Array;
  readonly spans: readonly Span[];
}

/** Finds every element of `der`, also those inside OCTET STRINGs and BIT STRINGs that hold DER. */
export function mutationSeed(der: Uint8Array): MutationSeed {
  const spans: Span[] = [];
  collect(DerReader.over(der), spans);
  return { der, spans };
}

function collect(reader: DerReader, spans: Span[]): void {
  while (!reader.atEnd) {
    const element = reader.next();
    if (!element) return;
    spans.push(element);
    const inside = (element.tag & 0x20) !== 0 ? reader.inside(element) : null;
    if (inside) collect(inside, spans);
    else collectWrapped(reader.content(element), element.contentStart, spans);
  }
}

function collectWrapped(content: Uint8Array, offset: number, spans: Span[]): void {
  const skip = content[0] === 0 ? 1 : 0;
  const inner: Span[] = [];
  const reader = DerReader.over(content.subarray(skip));
  if (content[skip] !== 0x30) return;
  collect(reader, inner);
  if (reader.problem) return;
  const base = offset + skip;
  for (const { start, contentStart, end } of inner) {
    spans.push({ start: start + base, contentStart: contentStart + base, end: end + base });
  }
}

type Mutation = (random: Random, seed: MutationSeed, others: readonly MutationSeed[]) => Uint8Array;

const interesting = [0x00, 0x01, 0x7f, 0x80, 0x81, 0x84, 0x88, 0xff, 0x30, 0x1f, 0xbf];

const mutations: readonly Mutation[] = [
  changeOctets,
  changeOctets,
  changeLength,
  changeTag,
  truncate,
  removeElement,
  repeatElement,
  spliceElement,
  nest,
];

/** A damaged copy of `seed`, by one mutation, seldom up to three; `others` give the pieces for splices. */
export function mutate(
  random: Random,
  seed: MutationSeed,
  others: readonly MutationSeed[],
): Uint8Array {
  let der = random.pick(mutations)(random, seed, others);
  for (let more = random.int(10) - 7; more > 0; more--)
    der = changeOctets(random, { der, spans: [] });
  return der;
}

function changeOctets(random: Random, { der }: Pick<MutationSeed, 'der' | 'spans'>): Uint8Array {
  const copy = der.slice();
  for (let left = 1 + random.int(4); left > 0 && copy.length > 0; left--) {
    copy[random.int(copy.length)] = random.chance(0.5) ? random.pick(interesting) : random.int(256);
  }
  return copy;
}

function changeLength(random: Random, { der, spans }: MutationSeed): Uint8Array {
  const { start, contentStart } = random.pick(spans);
  const lengths = [
    [random.int(256)],
    [0x80],
    [0x81, random.int(256)],
    [0x84, 0xff, 0xff, 0xff, 0xff],
  ];
  const length = Uint8Array.from(random.pick(lengths));
  return concatBytes(der.subarray(0, start + 1), length, der.subarray(contentStart));
}

function changeTag(random: Random, { der, spans }: MutationSeed): Uint8Array {
  const copy = der.slice();
  copy[random.pick(spans).start] = random.int(256);
  return copy;
}

function truncate(random: Random, { der }: MutationSeed): Uint8Array {
  return der.slice(0, random.int(der.length));
}

function removeElement(random: Random, seed: MutationSeed): Uint8Array {
  return replace(random, seed, random.pick(seed.spans), new Uint8Array());
}

function repeatElement(random: Random, seed: MutationSeed): Uint8Array {
  const place = random.pick(seed.spans);
  const element = seed.der.subarray(place.start, place.end);
  const copies = Array.from({ length: 2 + random.int(4) }, () => element);
  return replace(random, seed, place, concatBytes(...copies));
}

/** An element of another seed in the place of one here. */
function spliceElement(
  random: Random,
  seed: MutationSeed,
  others: readonly MutationSeed[],
): Uint8Array {
  const donor = random.pick(others);
  const piece = random.pick(donor.spans);
  return replace(random, seed, random.pick(seed.spans), donor.der.subarray(piece.start, piece.end));
}

/** Other octets for one element; mostly the lengths around it are made right again. */
function replace(
  random: Random,
  { der, spans }: MutationSeed,
  place: Span,
  octets: Uint8Array,
): Uint8Array {
  const around = random.chance(0.8)
    ? spans.filter(({ contentStart, end }) => contentStart <= place.start && end >= place.end)
    : [];
  let inner = octets;
  let at = place;
  for (const outer of around.toSorted((a, b) => b.start - a.start)) {
    const [before, behind] = [
      der.subarray(outer.contentStart, at.start),
      der.subarray(at.end, outer.end),
    ];
    inner = encodeDer(der[outer.start] ?? 0, before, inner, behind);
    at = outer;
  }
  return concatBytes(der.subarray(0, at.start), inner, der.subarray(at.end));
}

/** SEQUENCEs around an element, up to past the depth that readers follow. */
function nest(random: Random, seed: MutationSeed): Uint8Array {
  const place = random.pick(seed.spans);
  let inner: Uint8Array = seed.der.slice(place.start, place.end);
  for (let depth = random.int(40); depth > 0; depth--) inner = encodeDer(0x30, inner);
  return replace(random, seed, place, inner);
}
