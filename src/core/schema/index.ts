export { admit } from './admit.ts';
export { fieldText } from './structural/field-text.ts';
export { schemaWording, type SchemaFindingCode } from './findings.ts';
export { admissionFindings } from './report/admission-findings.ts';
export { strictDecodingError } from './report/strict-decoding-error.ts';
export type * from './types.ts';
