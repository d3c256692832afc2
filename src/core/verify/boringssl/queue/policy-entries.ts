import { extensionOids } from '../../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../../pki/types.ts';
import { policyMappings } from '../policy-extensions.ts';
import { extensionEntries } from './extension-entries.ts';
import { queueEntry } from './queue-entry.ts';

/**
 * What a policy extension that BoringSSL refuses leaves in its error queue (`policy.cc`): why it cannot be decoded, or
 * that what it says is wrong. One that stands twice leaves nothing, a mapping of anyPolicy neither.
 */
export function policyEntries(certificate: Certificate, oid: string): readonly string[] {
  const undecodable = extensionEntries(certificate, oid);
  if (undecodable.length > 0) return undecodable;
  if (certificate.rawExtensions.filter((entry) => entry.oid === oid).length > 1) return [];
  const isMapping = oid === extensionOids.policyMappings;
  if (isMapping && policyMappings(certificate).length > 0) return [];
  return [queueEntry('X509_INVALID_POLICY_EXTENSION')];
}
