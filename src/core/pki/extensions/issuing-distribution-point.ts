import type { DerElement, DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';
import type { IssuingDistributionPoint } from '../types.ts';
import { readDistributionPointName, readReasonFlags } from './distribution-point-name.ts';

const what = 'issuingDistributionPoint';

/** RFC 5280 §5.2.5. */
export function readIssuingDistributionPoint(reader: DerReader): IssuingDistributionPoint | null {
  const body = reader.enter(tags.sequence, what);
  if (!body) return null;
  const nameElement = body.optional(0xa0);
  const name = nameElement && readDistributionPointName(body, nameElement, what);
  const user = readFlag(body, 0x81);
  const ca = readFlag(body, 0x82);
  const reasonsElement = body.optional(0x83);
  const reasons = reasonsElement && readReasonFlags(body, reasonsElement, what);
  const indirect = readFlag(body, 0x84);
  const attribute = readFlag(body, 0x85);
  if (name === null || reasons === null || !body.finished(what)) return null;
  if (user === null || ca === null || indirect === null || attribute === null) return null;
  return {
    ...(name && { name }),
    onlyUserCertificates: user,
    onlyCaCertificates: ca,
    onlyAttributeCertificates: attribute,
    indirect,
    ...(reasons !== undefined && { onlySomeReasons: reasons }),
  };
}

/** A BOOLEAN DEFAULT FALSE with a context tag. */
function readFlag(body: DerReader, tag: number): boolean | null {
  const element: DerElement | null | undefined = body.optional(tag);
  if (element === undefined) return false;
  if (element === null) return null;
  const content = body.content(element);
  if (content.length !== 1) return body.fail(`${what}: broken BOOLEAN`, element.start);
  return content[0] !== 0;
}
