import { DerReader, type DerElement } from '../../pki/der/der-reader.ts';
import { integerToNumber, isMinimalInteger } from '../../pki/der/integer.ts';
import { decodeObjectIdentifier } from '../../pki/der/object-identifier.ts';
import { tags } from '../../pki/der/tags.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../pki/types.ts';

/** `absent`, `broken` (also when it stands twice), or what it says. */
export type PolicyExtension<T> = 'absent' | 'broken' | T;

export interface PolicyMapping {
  readonly issuerDomain: string;
  readonly subjectDomain: string;
}

/** Numbers of certificates that may still follow; negative ones are kept. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}

const what = 'policy extension';

/** `X509_get_ext_d2i`: present once and nothing behind the value. */
function read<T>(
  { rawExtensions }: Certificate,
  oid: string,
  decode: (value: DerReader) => T | null,
): PolicyExtension<T> {
  const [extension, ...more] = rawExtensions.filter((entry) => entry.oid === oid);
  if (!extension) return 'absent';
  const reader = DerReader.over(extension.value);
  const decoded = more.length === 0 ? decode(reader) : null;
  return decoded === null || !reader.finished(what) ? 'broken' : decoded;
}

/** certificatePolicies (RFC 5280 §4.2.1.4): the policy OIDs; of the qualifiers only the frame is read. */
export function certificatePolicies(certificate: Certificate): PolicyExtension<readonly string[]> {
  return read(certificate, extensionOids.certificatePolicies, (value) =>
    listOf(value, (entry) => {
      const oid = readOid(entry);
      const qualifiers = entry.optional(tags.sequence);
      return qualifiers === null || !entry.finished(what) ? null : oid;
    }),
  );
}

/** policyMappings (RFC 5280 §4.2.1.5). */
export function policyMappings(
  certificate: Certificate,
): PolicyExtension<readonly PolicyMapping[]> {
  return read(certificate, extensionOids.policyMappings, (value) =>
    listOf(value, (entry) => {
      const issuerDomain = readOid(entry);
      const subjectDomain = readOid(entry);
      if (issuerDomain === null || subjectDomain === null || !entry.finished(what)) return null;
      return { issuerDomain, subjectDomain };
    }),
  );
}

/** policyConstraints (RFC 5280 §4.2.1.11). */
export function policyConstraints(certificate: Certificate): PolicyExtension<PolicyConstraints> {
  return read(certificate, extensionOids.policyConstraints, (value) => {
    const body = value.enter(tags.sequence, what);
    if (!body) return null;
    const explicit = body.optional(0x80);
    const mapping = body.optional(0x81);
    if (explicit === null || mapping === null || !body.finished(what)) return null;
    const requireExplicitPolicy = explicit && integerOf(body, explicit);
    const inhibitPolicyMapping = mapping && integerOf(body, mapping);
    if (requireExplicitPolicy === null || inhibitPolicyMapping === null) return null;
    return {
      ...(requireExplicitPolicy !== undefined && { requireExplicitPolicy }),
      ...(inhibitPolicyMapping !== undefined && { inhibitPolicyMapping }),
    };
  });
}

/** inhibitAnyPolicy (RFC 5280 §4.2.1.14). */
export function inhibitAnyPolicy(certificate: Certificate): PolicyExtension<number> {
  return read(certificate, extensionOids.inhibitAnyPolicy, (value) => {
    const element = value.expect(tags.integer, what);
    return element && integerOf(value, element);
  });
}

function listOf<T>(value: DerReader, readEntry: (entry: DerReader) => T | null): T[] | null {
  const list = value.enter(tags.sequence, what);
  const entries: T[] = [];
  while (list && !list.atEnd) {
    const body = list.enter(tags.sequence, what);
    const entry = body && readEntry(body);
    if (entry === null) return null;
    entries.push(entry);
  }
  return list ? entries : null;
}

function readOid(reader: DerReader): string | null {
  const element = reader.expect(tags.oid, what);
  return element && decodeObjectIdentifier(reader.content(element));
}

function integerOf(reader: DerReader, element: DerElement): number | null {
  const content = reader.content(element);
  return isMinimalInteger(content) ? integerToNumber(content) : null;
}
