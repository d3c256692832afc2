import type { CrdFindingCode } from '../../schema/custom/findings.ts';
import type { SchemaFindingCode } from '../../schema/findings.ts';
import type { FindingPage } from './types.ts';

/** Pages about the answer of the API server. */
export const schemaPages: Readonly<Record<SchemaFindingCode, FindingPage>> = {
  'SCHEMA-DEPRECATED-VERSION': {
    title: 'A deprecated version',
    what: 'The CRD still serves the version and marks it as deprecated.',
    why: 'kubectl prints a warning; a later release of the CRDs stops serving it.',
    fix: 'Write the version that the warning names.',
  },
  'SCHEMA-DUPLICATE': {
    title: 'An entry that stands twice in a list',
    what: 'Entries of the list are told apart by certain fields, and two have the same.',
    why: 'The API server refuses the object.',
    fix: 'Remove one, or give it a key of its own.',
  },
  'SCHEMA-EXPERIMENTAL-FIELD': {
    title: 'A field of the experimental channel',
    what: 'The CRDs of the standard channel do not have the field.',
    why: 'The API server drops it without a word; the object is accepted and does less than it says.',
    fix: 'Install the experimental channel, or remove the field.',
  },
  'SCHEMA-FIELD-OF-OTHER-RELEASE': {
    title: 'A field of another release',
    what: 'Another release of the Gateway API has the field, the chosen one does not.',
    why: 'The API server drops it without a word.',
    fix: 'Install CRDs that have it, or remove the field.',
  },
  'SCHEMA-FORBIDDEN': {
    title: 'A field that may not be set',
    what: 'The schema forbids the field in this place.',
    why: 'The API server refuses the object.',
    fix: 'Remove the field.',
  },
  'SCHEMA-INVALID': {
    title: 'A value that the schema refuses',
    what: 'The value breaks a pattern, a bound or another condition of its field.',
    why: 'The API server refuses the object with the message that is quoted.',
    fix: 'Write a value that fits.',
  },
  'SCHEMA-KIND-OUTSIDE': {
    title: 'A kind outside backend TLS',
    what: 'The object is of a kind that a gateway has for something else: limits, logging, authentication, deployment.',
    why: 'It is named so that nobody takes it for forgotten. Its fields are not checked, and no verdict depends on them.',
    fix: 'Nothing has to be done. Patches and snippets can reach TLS to backends; those are yours to read.',
  },
  'SCHEMA-KIND-UNKNOWN': {
    title: 'A kind that its group does not have',
    what: 'The API group is of a gateway or of the Gateway API, and no release that is known here has the kind.',
    why: 'A wrong letter is enough: the API server refuses the object, and a policy that was meant to be there is not.',
    fix: 'Correct the kind, or add the CRD to the workspace when a newer release has it.',
  },
  'SCHEMA-NOT-SERVED': {
    title: 'A version that is not served',
    what: 'The CRDs of the chosen release and channel do not serve this version of the kind, or do not have the kind.',
    why: 'kubectl answers: no matches for kind. The object is not created.',
    fix: 'Write a served version, or install CRDs that have it.',
  },
  'SCHEMA-OLD-BACKEND-TLS': {
    title: 'spec.backendTLS of a Gateway is dropped',
    what: 'Gateway API 1.4 renamed it to spec.tls.backend.',
    why: 'The Gateway is accepted and presents no client certificate: mutual TLS is off in silence.',
    fix: 'Move its content to spec.tls.backend.',
  },
  'SCHEMA-REQUIRED': {
    title: 'A required field is missing',
    what: 'The schema wants the field in every object of the kind.',
    why: 'The API server refuses the object, and its other rules are not asked.',
    fix: 'Add the field.',
  },
  'SCHEMA-RULE': {
    title: 'A rule of the kind is broken',
    what: 'Rules look at several fields together, such as: exactly one of two.',
    why: 'The API server refuses the object with the message of the rule.',
    fix: 'Change the fields so that the rule holds.',
  },
  'SCHEMA-RULES-NOT-CHECKED': {
    title: 'Rules that were not asked',
    what: 'The API server asks the rules of a kind only when types, lengths and required fields are right.',
    why: 'More errors may follow once the others are gone.',
    fix: 'Correct the other errors first.',
  },
  'SCHEMA-TOO-LONG': {
    title: 'A text that is too long',
    what: 'The schema limits the length of the field.',
    why: 'The API server refuses the object.',
    fix: 'Shorten it.',
  },
  'SCHEMA-TOO-MANY': {
    title: 'A list with too many entries',
    what: 'The schema limits the number of entries, such as 16 targetRefs or 8 caCertificateRefs.',
    why: 'The API server refuses the object.',
    fix: 'Take entries out, or split the object.',
  },
  'SCHEMA-TYPE': {
    title: 'A value of another type',
    what: 'YAML read a number, truth value, text, list or map where the schema wants another. yes, no, on and off are truth values.',
    why: 'The API server refuses the object.',
    fix: 'Quote text, and leave numbers unquoted.',
  },
  'SCHEMA-UNKNOWN-FIELD': {
    title: 'A field that the kind does not have',
    what: 'A typing error, a wrong level of indentation, or a field of another kind.',
    why: 'The API server drops it; kubectl refuses the object with "strict decoding error" unless validation is off.',
    fix: 'Correct the name or its place, or remove it.',
  },
  'SCHEMA-UNSUPPORTED': {
    title: 'A value that is not one of the known ones',
    what: 'The field takes one of a fixed set of values, upper and lower case matter.',
    why: 'The API server refuses the object.',
    fix: 'Write one of the values that the message lists.',
  },
};

/** Pages about the user's own CRDs. */
export const crdPages: Readonly<Record<CrdFindingCode, FindingPage>> = {
  'CRD-KEYWORD-IGNORED': {
    title: 'A keyword of a CRD that says nothing',
    what: 'A keyword of the schema has a value of another form.',
    why: 'Objects are checked without it.',
    fix: 'Correct the keyword, or drop the CRD as its project ships it.',
  },
  'CRD-NOT-READABLE': {
    title: 'A CRD that defines no kind',
    what: 'Group, names or versions are missing.',
    why: 'Objects of its kind are checked as if the CRD were not there.',
    fix: 'Drop the CRD as its project ships it.',
  },
  'CRD-PATTERN-REFUSED': {
    title: 'A pattern that Kubernetes does not know',
    what: 'Patterns are in RE2 syntax, without look-around and back references.',
    why: 'The API server refuses the CRD; here no value is held to the pattern.',
    fix: 'Write the pattern in RE2 syntax.',
  },
  'CRD-RULE-NOT-EVALUATED': {
    title: 'A rule that is not evaluated here',
    what: 'The expression uses something that the evaluator of this page does not have.',
    why: 'The answer of the API server to this rule is not known.',
    fix: 'Check such objects with kubectl apply --dry-run=server as well.',
  },
  'CRD-RULE-TOO-COSTLY': {
    title: 'A rule that takes too long',
    what: 'Rules over long lists inside lists can take very many steps.',
    why: 'It was not evaluated; the API server has a bound of its own.',
    fix: 'Give the lists of the schema maxItems.',
  },
  'CRD-SCHEMA-TOO-LARGE': {
    title: 'A schema that is too large',
    what: 'The schema is deeper or larger than this page reads.',
    why: 'What lies beyond is accepted unchecked.',
    fix: 'Drop the CRD as its project ships it.',
  },
  'CRD-VERSION-WITHOUT-SCHEMA': {
    title: 'A version without schema',
    what: 'The API server wants openAPIV3Schema in every version.',
    why: 'Objects of this version are accepted unchecked.',
    fix: 'Set schema.openAPIV3Schema.',
  },
};
