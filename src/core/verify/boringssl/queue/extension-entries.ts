import { DerReader } from '../../../pki/der/der-reader.ts';
import type { Certificate } from '../../../pki/types.ts';
import { cachedExtensions } from '../cached-extensions.ts';
import { readTemplate } from './asn1-template.ts';
import { extensionTemplates } from './extension-templates.ts';
import { queueEntry, type QueueReason } from './queue-entry.ts';

/** What BoringSSL's first look at the extensions of a certificate leaves in its error queue, oldest first. */
export function cachingEntries(certificate: Certificate): readonly string[] {
  return cachedExtensions.flatMap((oid) => extensionEntries(certificate, oid));
}

/** What reading one extension leaves (`X509_get_ext_d2i`): nothing when it is absent, sound, or there twice. */
export function extensionEntries({ rawExtensions }: Certificate, oid: string): readonly string[] {
  const [extension, ...more] = rawExtensions.filter((entry) => entry.oid === oid);
  const template = extensionTemplates.get(oid);
  if (!extension || !template || more.length > 0) return [];
  const reader = DerReader.over(extension.value);
  const objections = readTemplate(reader, template);
  const trailing: readonly QueueReason[] = reader.atEnd
    ? []
    : ['X509V3_TRAILING_DATA_IN_EXTENSION'];
  return (objections.length > 0 ? objections : trailing).map(queueEntry);
}
