export { admit } from './admit.ts';
export { fieldText } from './structural/field-text.ts';
export { schemaWording, type SchemaFindingCode } from './findings.ts';
export { admissionFindings } from './report/admission-findings.ts';
export { describeField } from './lookup/describe-field.ts';
export type {
  FieldChild,
  FieldDescription,
  FieldLimits,
  FieldType,
} from './lookup/field-description.ts';
export { findKind, type KindName } from './lookup/find-kind.ts';
export { knownKinds } from './lookup/known-kinds.ts';
export { strictDecodingError } from './report/strict-decoding-error.ts';
export type * from './types.ts';
