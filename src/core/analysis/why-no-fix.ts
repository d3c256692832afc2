import type { FixableCode } from '../fixes/index.ts';
import type { LintCode } from '../verify/index.ts';
import type { FindingCode } from './catalogue.ts';

/** Why no edit of the texts repairs a finding. */
export type NoFixReason =
  /** Several answers are right, and nothing here tells which is meant. */
  | 'choice-of-user'
  /** What has to change does not stand in an editable file: a dropped file, a guide, a cluster, a release. */
  | 'outside-the-files'
  /** Nothing is wrong. */
  | 'informational'
  /** A certificate or key is missing or damaged, and only its source has it. */
  | 'needs-material'
  /** The certificate says it of itself: it has to be issued again. */
  | 'needs-new-certificate'
  /** A gateway's own message about something that another finding names: the repairs are those of that finding. */
  | 'told-by-its-cause';

/** A code with neither a fix nor a reason is a type error here. */
const reasons: Readonly<Record<Exclude<FindingCode, FixableCode | LintCode>, NoFixReason>> = {
  'MANIFEST-ALIAS-LIMIT': 'choice-of-user',
  'MANIFEST-DEPTH': 'choice-of-user',
  'MANIFEST-LIST-ITEMS': 'choice-of-user',
  'MANIFEST-MAP-KEY': 'choice-of-user',
  'MANIFEST-NO-KIND': 'choice-of-user',
  'MANIFEST-NO-NAME': 'choice-of-user',
  'MANIFEST-NOT-KUBERNETES': 'choice-of-user',
  'MANIFEST-SYNTAX': 'choice-of-user',
  'SCHEMA-INVALID': 'choice-of-user',
  'SCHEMA-KIND-UNKNOWN': 'choice-of-user',
  'SCHEMA-RULE': 'choice-of-user',
  'SCHEMA-TOO-LONG': 'choice-of-user',
  'SCHEMA-TOO-MANY': 'choice-of-user',
  'LISTENER-CONFLICTED': 'choice-of-user',
  'BACKEND-EXTERNAL-NAME': 'choice-of-user',
  'POLICY-NOT-USED': 'choice-of-user',
  'POLICY-UDP-PORT': 'choice-of-user',
  'WORKLOAD-NGINX-REFUSES': 'choice-of-user',
  'NGF-POLICIES-DIFFER': 'choice-of-user',
  'RULE-NOT-PROGRAMMED': 'choice-of-user',
  'NGF-ANCESTOR-LIMIT': 'choice-of-user',
  'EG-ENVOY-PROXY-REPLACED': 'choice-of-user',
  'AGW-CONFIG-POLICY-IGNORED': 'choice-of-user',
  'LISTENER-SET-NOT-READ': 'choice-of-user',
  'LISTENER-REFUSED': 'choice-of-user',
  'TLS-CHAIN-TOO-LONG': 'choice-of-user',
  'TLS-AMBIGUOUS-ANCHORS': 'choice-of-user',
  'TLS-TO-PLAINTEXT-PORT': 'choice-of-user',
  'TLS-NO-SHARED-VERSION': 'choice-of-user',
  'TLS-NO-SHARED-CIPHER': 'choice-of-user',
  'TLS-NO-SHARED-GROUP': 'choice-of-user',
  'TLS-NO-SHARED-PROTOCOL': 'choice-of-user',
  'NGF-CLIENT-CERTIFICATE-GRPC': 'choice-of-user',
  'PEM-TOO-MANY-BLOCKS': 'choice-of-user',
  'KGW-CONFIG-POLICY-REFUSED': 'choice-of-user',
  'KGW-ENVOY-REFUSES': 'choice-of-user',
  'MANIFEST-TEMPLATE': 'outside-the-files',
  'FILE-LOCKED': 'outside-the-files',
  'FILE-NEEDS-SECURE-ORIGIN': 'outside-the-files',
  'FILE-EMPTY': 'outside-the-files',
  'FILE-NOT-UNDERSTOOD': 'outside-the-files',
  'FILE-JAVA-KEYSTORE': 'outside-the-files',
  'PKCS12-LEGACY': 'outside-the-files',
  'PKCS12-UNREADABLE': 'outside-the-files',
  'PKCS7-UNREADABLE': 'outside-the-files',
  'KEY-ENCRYPTED': 'outside-the-files',
  'KEY-LEGACY-ENCRYPTION': 'outside-the-files',
  'KEY-UNSUPPORTED-ENCRYPTION': 'outside-the-files',
  'KEY-OPENSSH': 'outside-the-files',
  'WORKSPACE-ARCHIVE-BROKEN': 'outside-the-files',
  'WORKSPACE-ARCHIVE-NESTED': 'outside-the-files',
  'WORKSPACE-ARCHIVE-OTHER': 'outside-the-files',
  'WORKSPACE-ARCHIVE-TOO-LARGE': 'outside-the-files',
  'WORKSPACE-ENCODING-LOSSY': 'outside-the-files',
  'WORKSPACE-NO-MANIFEST': 'outside-the-files',
  'WORKSPACE-NOT-KUBERNETES': 'outside-the-files',
  'WORKSPACE-NOT-UNDERSTOOD': 'outside-the-files',
  'WORKSPACE-SIDECAR-BROKEN': 'outside-the-files',
  'WORKSPACE-SIDECAR-PARTLY': 'outside-the-files',
  'WORKSPACE-SKIPPED-FOLDER': 'outside-the-files',
  'WORKSPACE-TOO-LARGE': 'outside-the-files',
  'WORKSPACE-TOO-MANY-DOCUMENTS': 'outside-the-files',
  'WORKSPACE-TOO-MANY-FILES': 'outside-the-files',
  'WORKSPACE-WEB-PAGE': 'outside-the-files',
  'WORKSPACE-GUIDE-CHANGES': 'outside-the-files',
  'WORKSPACE-GUIDE-CREATES': 'outside-the-files',
  'WORKSPACE-GUIDE-CREATES-DATA': 'outside-the-files',
  'WORKSPACE-GUIDE-FILE': 'outside-the-files',
  'WORKSPACE-GUIDE-MAKES-KEYS': 'outside-the-files',
  'WORKSPACE-GUIDE-NOT-TAKEN': 'outside-the-files',
  'WORKSPACE-GUIDE-URL': 'outside-the-files',
  'WORKSPACE-HEREDOC-COMMAND': 'outside-the-files',
  'WORKSPACE-HEREDOC-OPEN': 'outside-the-files',
  'WORKSPACE-HEREDOC-STOPS': 'outside-the-files',
  'CRD-KEYWORD-IGNORED': 'outside-the-files',
  'CRD-NOT-READABLE': 'outside-the-files',
  'CRD-PATTERN-REFUSED': 'outside-the-files',
  'CRD-RULE-NOT-EVALUATED': 'outside-the-files',
  'CRD-RULE-TOO-COSTLY': 'outside-the-files',
  'CRD-SCHEMA-TOO-LARGE': 'outside-the-files',
  'CRD-VERSION-WITHOUT-SCHEMA': 'outside-the-files',
  'WORKLOAD-ASSIGNMENT-GONE': 'outside-the-files',
  'NGF-CLIENT-CERTIFICATE-VERSION': 'outside-the-files',
  'EG-BACKEND-API-UNKNOWN': 'outside-the-files',
  'EG-FIELD-NOT-READ': 'outside-the-files',
  'KGW-CLIENT-CERTIFICATE-VERSION': 'outside-the-files',
  'WORKSPACE-EMPTY': 'informational',
  'WORKSPACE-ENCODING-UTF16': 'informational',
  'WORKSPACE-GUIDE-DELETES': 'informational',
  'WORKSPACE-GUIDE-OTHER-FILE': 'informational',
  'WORKSPACE-GUIDE-OUTPUT': 'informational',
  'SCHEMA-KIND-OUTSIDE': 'informational',
  'SCHEMA-RULES-NOT-CHECKED': 'informational',
  'TLS-PASSED-THROUGH': 'informational',
  'ROUTE-SEVERAL-PARENTS': 'informational',
  'REFERENCE-TARGET-MADE': 'informational',
  'BACKEND-NOT-READ': 'informational',
  'WORKLOAD-SEVERAL-MATCH': 'informational',
  'KEY-UNSUPPORTED': 'informational',
  'TLS-CLIENT-CERT-NOT-ASKED': 'informational',
  'CERTIFICATE-UNREADABLE': 'needs-material',
  'KEY-REMOVED': 'needs-material',
  'KEY-UNREADABLE': 'needs-material',
  'KEY-MISMATCH': 'needs-material',
  'PEM-EMPTY': 'needs-material',
  'PEM-MISSING': 'needs-material',
  'PEM-UNEXPECTED-LABEL': 'needs-material',
  'DATA-NOT-BASE64': 'needs-material',
  'NGF-KEY-PAIR-UNCHECKED': 'needs-material',
  'TLS-ISSUER-NOT-FOUND': 'needs-material',
  'TLS-KEY-MISMATCH': 'needs-material',
  'EG-SECRET-REJECTED': 'needs-material',
  'TLS-CERT-NOT-YET-VALID': 'needs-new-certificate',
  'TLS-CERT-PURPOSE': 'needs-new-certificate',
  'TLS-CA-NOT-A-CA': 'needs-new-certificate',
  'TLS-WEAK-KEY': 'needs-new-certificate',
  'TLS-WEAK-SIGNATURE': 'needs-new-certificate',
  'TLS-NAME-CONSTRAINTS': 'needs-new-certificate',
  'TLS-CERT-REFUSED': 'needs-new-certificate',
  'TLS-NO-SAN': 'needs-new-certificate',
  'TLS-CURVE-NOT-OFFERED': 'needs-new-certificate',
  'TLS-KEY-USAGE': 'needs-new-certificate',
  'TLS-KEY-CANNOT-SIGN': 'needs-new-certificate',
  'NGF-POLICY-REFUSED': 'told-by-its-cause',
  'NGF-BACKEND-REFUSED': 'told-by-its-cause',
  'NGF-RELOAD-FAILS': 'told-by-its-cause',
  'NGF-ADDRESS-REFUSED': 'choice-of-user',
  'NGF-CLIENT-CERTIFICATE-REFUSED': 'told-by-its-cause',
  'EG-POLICY-REFUSED': 'told-by-its-cause',
  'EG-BACKEND-REFUSED': 'told-by-its-cause',
  'EG-TLS-REFUSED': 'told-by-its-cause',
  'EG-CLIENT-CERTIFICATE-REFUSED': 'told-by-its-cause',
  'KGW-POLICY-REFUSED': 'told-by-its-cause',
  'KGW-BACKEND-REFUSED': 'told-by-its-cause',
  'KGW-CLIENT-CERTIFICATE-REFUSED': 'told-by-its-cause',
  'AGW-POLICY-REFUSED': 'told-by-its-cause',
  'AGW-TLS-REFUSED': 'told-by-its-cause',
  'AGW-BACKEND-REFUSED': 'told-by-its-cause',
  'AGW-CLIENT-CERTIFICATE-REFUSED': 'told-by-its-cause',
  'TLS-NGINX-RELOAD-FAILS': 'told-by-its-cause',
  'TLS-GATEWAY-REFUSES-FILES': 'told-by-its-cause',
  'TLS-BACKEND-DOES-NOT-START': 'told-by-its-cause',
};

const sentences: Readonly<Record<NoFixReason, string>> = {
  'choice-of-user': 'Several answers are right here, so no edit is proposed.',
  'outside-the-files': 'What has to change does not stand in the files, so no edit is proposed.',
  informational: 'Nothing has to be repaired.',
  'needs-material': 'Only the source of the certificate or key has what is missing.',
  'needs-new-certificate': 'The certificate has to be issued again: no edit can change it.',
  'told-by-its-cause':
    'It has no repair of its own: that of the finding which names the cause is offered here too.',
};

const byCode: ReadonlyMap<string, NoFixReason> = new Map(Object.entries(reasons));

/** Why findings of this code have no quick fix; null for codes that can have one. */
export function noFixReason(code: string): NoFixReason | null {
  return byCode.get(code) ?? (code.startsWith('LINT-') ? 'needs-new-certificate' : null);
}

/** The same as a sentence for the page of a check. */
export function whyNoFix(code: string): string | null {
  const reason = noFixReason(code);
  return reason === null ? null : sentences[reason];
}
