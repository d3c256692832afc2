import type { ManifestObject } from '../manifest/types.ts';
import type { Finding, QuickFix } from '../model/index.ts';
import { addReferenceGrant } from './makers/add-reference-grant.ts';
import { appendCertificate } from './makers/append-certificate.ts';
import { moveBackendTls } from './makers/move-backend-tls.ts';
import { movePolicy } from './makers/move-policy.ts';
import { quoteDataValue } from './makers/quote-data-value.ts';
import { removeEarlierDefinition } from './makers/remove-earlier-definition.ts';
import { removeUnknownField } from './makers/remove-unknown-field.ts';
import { renameDataKey } from './makers/rename-data-key.ts';
import { renameReference } from './makers/rename-reference.ts';
import { repairDataValue } from './makers/repair-data-value.ts';
import { replaceTabs } from './makers/replace-tabs.ts';
import { restoreExpandedHeredoc } from './makers/restore-expanded-heredoc.ts';
import { setFieldTo } from './makers/set-field-to.ts';
import { useCertificateName } from './makers/use-certificate-name.ts';
import { useIssuingCa } from './makers/use-issuing-ca.ts';
import { useServedVersion } from './makers/use-served-version.ts';
import { writeCoreGroup } from './makers/write-core-group.ts';
import type { FixContext, FixDraft, ObjectFixMaker } from './types.ts';

/** Which repairs an object's finding can have, by its code. */
const OBJECT_MAKERS: Readonly<Record<string, ObjectFixMaker>> = {
  'OBJECT-REPEATED': removeEarlierDefinition,
  'OBJECT-REDEFINED': removeEarlierDefinition,
  'REFERENCE-TARGET-MISSING': renameReference,
  'POLICY-TARGET-MISSING': movePolicy,
  'REFERENCE-NOT-PERMITTED': addReferenceGrant,
  'POLICY-SECTION-IS-NUMBER': setFieldTo('match', { safe: true }),
  'POLICY-SECTION-NOT-FOUND': setFieldTo('closest', { safe: false }),
  'BACKEND-PORT-NOT-FOUND': setFieldTo('closest', { safe: false, asNumber: true }),
  'API-VERSION-OLD': setFieldTo('newest', { safe: false }),
  'SCHEMA-NOT-SERVED': useServedVersion,
  'SCHEMA-DEPRECATED-VERSION': useServedVersion,
  'SCHEMA-UNKNOWN-FIELD': removeUnknownField,
  'SCHEMA-OLD-BACKEND-TLS': moveBackendTls,
  'REFERENCE-GROUP-CORE': writeCoreGroup,
  'DATA-NOT-TEXT': quoteDataValue,
  'CA-KEY-MISSING': renameDataKey('ca.crt'),
  'DATA-HTML-ESCAPED': repairDataValue,
  'DATA-PLAIN-TEXT': repairDataValue,
  'TLS-CA-DID-NOT-ISSUE': useIssuingCa,
  'TLS-CLIENT-CERT-NOT-TRUSTED': useIssuingCa,
  'TLS-CA-WRONG-KEY': useIssuingCa,
  'TLS-ROOT-MISSING': appendCertificate,
  'TLS-MISSING-INTERMEDIATE': appendCertificate,
  'TLS-HOST-MISMATCH': useCertificateName,
};

/**
 * Repairs for `finding` as text edits, best first, each with a stable id. An edit changes only the bytes it has to; a
 * finding that no text edit can repair has none.
 */
export function fixesFor(finding: Finding, context: FixContext): readonly QuickFix[] {
  return draftsFor(finding, context).map((draft, i) => ({
    id: `${finding.id}!${String(i)}`,
    ...draft,
  }));
}

function draftsFor(finding: Finding, context: FixContext): readonly FixDraft[] {
  const { code, subject } = finding;
  switch (subject.kind) {
    case 'object': {
      const object = context.index.byId.get(subject.objectId);
      const maker = OBJECT_MAKERS[code] ?? (code.startsWith('PEM-') ? repairDataValue : undefined);
      if (code === 'MANIFEST-TAB-INDENT') return replaceTabs(finding, context);
      return object === undefined || maker === undefined
        ? []
        : maker(finding, asWritten(object, context), context);
    }
    case 'file':
      if (code === 'MANIFEST-TAB-INDENT') return replaceTabs(finding, context);
      return code === 'WORKSPACE-HEREDOC-EXPANDED'
        ? restoreExpandedHeredoc(subject.fileId, context)
        : [];
    case 'blob':
    case 'connection':
    case 'workspace':
      return [];
    default:
      return subject satisfies never;
  }
}

/** The index holds what the API server stores; edits are made in the text, fields that it drops included. */
function asWritten(object: ManifestObject, { parsed }: FixContext): ManifestObject {
  const file = parsed.find((one) => one.file.id === object.fileId);
  return file?.objects.find(({ id }) => id === object.id) ?? object;
}
