import type { DerElement, DerReader } from '../der/der-reader.ts';
import { isMinimalInteger } from '../der/integer.ts';
import { tags } from '../der/tags.ts';
import type { CertificateExtensions, NameSubtree } from '../types.ts';
import { readGeneralName } from './general-name.ts';

type NameConstraints = NonNullable<CertificateExtensions['nameConstraints']>;

const what = 'nameConstraints';

/** RFC 5280 §4.2.1.10. */
export function readNameConstraints(reader: DerReader): NameConstraints | null {
  const body = reader.enter(tags.sequence, what);
  if (!body) return null;
  const permitted = readSubtrees(body, 0xa0);
  const excluded = permitted && readSubtrees(body, 0xa1);
  if (!permitted || !excluded || !body.finished(what)) return null;
  return { permitted, excluded };
}

function readSubtrees(body: DerReader, tag: number): readonly NameSubtree[] | null {
  const element = body.optional(tag);
  if (element === undefined) return [];
  const list = element && body.inside(element);
  if (!list) return null;
  const subtrees: NameSubtree[] = [];
  while (!list.atEnd) {
    const subtree = readSubtree(list);
    if (!subtree) return null;
    subtrees.push(subtree);
  }
  return subtrees;
}

function readSubtree(list: DerReader): NameSubtree | null {
  const body = list.enter(tags.sequence, what);
  const base = body && readGeneralName(body, what);
  if (!body || !base) return null;
  const minimum = body.optional(0x80);
  const maximum = body.optional(0x81);
  if (minimum === null || maximum === null || !body.finished(what)) return null;
  if (!isInteger(body, minimum) || !isInteger(body, maximum)) {
    return body.fail(`${what}: broken INTEGER`);
  }
  return {
    base,
    hasMinimum: minimum !== undefined,
    hasMaximum: maximum !== undefined,
    minimumIsZero: minimum === undefined || body.content(minimum).every((octet) => octet === 0),
  };
}

function isInteger(body: DerReader, element: DerElement | undefined): boolean {
  return element === undefined || isMinimalInteger(body.content(element));
}
