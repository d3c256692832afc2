import type { DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';
import type { DistributionPoint } from '../types.ts';
import { readDistributionPointName, readReasonFlags } from './distribution-point-name.ts';
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
  const nameElement = body.optional(0xa0);
  const reasonsElement = body.optional(0x81);
  const issuerElement = body.optional(0xa2);
  if (nameElement === null || reasonsElement === null || issuerElement === null) return null;
  if (!body.finished(what)) return null;
  const name = nameElement && readDistributionPointName(body, nameElement, what);
  const reasons = reasonsElement && readReasonFlags(body, reasonsElement, what);
  const issuerList = issuerElement && body.inside(issuerElement);
  const issuer = issuerList && readGeneralNames(issuerList, what);
  if (name === null || reasons === null || issuer === null) return null;
  return {
    fullName: name?.fullName ?? [],
    hasName: name !== undefined,
    hasIssuer: (issuer?.length ?? 0) > 0,
    ...(name && { name }),
    ...(issuer && { issuer }),
    ...(reasons !== undefined && { reasons }),
  };
}
