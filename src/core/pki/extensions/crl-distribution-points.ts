import type { DerElement, DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';
import type { DistributionPoint, GeneralName } from '../types.ts';
import { readGeneralNames } from './general-name.ts';

const what = 'cRLDistributionPoints';

/** RFC 5280 §4.2.1.13. */
export function readCrlDistributionPoints(reader: DerReader): readonly DistributionPoint[] | null {
  const body = reader.enter(tags.sequence, what);
  if (!body) return null;
  const points: DistributionPoint[] = [];
  while (!body.atEnd) {
    const point = readPoint(body);
    if (!point) return null;
    points.push(point);
  }
  return points;
}

function readPoint(list: DerReader): DistributionPoint | null {
  const body = list.enter(tags.sequence, what);
  if (!body) return null;
  const name = body.optional(0xa0);
  const reasons = body.optional(0x81);
  const issuer = body.optional(0xa2);
  if (name === null || reasons === null || issuer === null || !body.finished(what)) return null;
  const fullName = name ? readPointName(body, name) : [];
  const issuerList = issuer && body.inside(issuer);
  const issuerNames = issuerList && readGeneralNames(issuerList, what);
  if (fullName === null || issuerNames === null) return null;
  return { fullName, hasName: name !== undefined, hasIssuer: (issuerNames?.length ?? 0) > 0 };
}

/** DistributionPointName: `fullName [0]`, or `nameRelativeToCRLIssuer [1]`, of which only the form is checked. */
function readPointName(body: DerReader, element: DerElement): readonly GeneralName[] | null {
  const choice = body.inside(element);
  const inner = choice?.next();
  if (!choice || !inner || !choice.finished(what)) return null;
  const list = choice.inside(inner);
  if (!list) return null;
  if (inner.tag === 0xa0) return readGeneralNames(list, what);
  if (inner.tag === 0xa1) return [];
  return choice.fail(`${what}: unknown name form`, inner.start);
}
