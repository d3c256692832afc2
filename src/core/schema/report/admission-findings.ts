import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding, Severity } from '../../model/index.ts';
import type { SchemaFindingCode } from '../findings.ts';
import type {
  AdmissionError,
  AdmissionErrorType,
  AdmissionResult,
  AdmissionSettings,
} from '../types.ts';
import { kindFindings } from './kind-findings.ts';
import { makeSchemaFinding } from './make-schema-finding.ts';
import { strictDecodingError } from './strict-decoding-error.ts';
import { unknownFieldCode } from './unknown-field-code.ts';

const CODES: Readonly<Record<AdmissionErrorType, SchemaFindingCode>> = {
  Required: 'SCHEMA-REQUIRED',
  Invalid: 'SCHEMA-INVALID',
  TypeInvalid: 'SCHEMA-TYPE',
  NotSupported: 'SCHEMA-UNSUPPORTED',
  Duplicate: 'SCHEMA-DUPLICATE',
  TooLong: 'SCHEMA-TOO-LONG',
  TooMany: 'SCHEMA-TOO-MANY',
  Forbidden: 'SCHEMA-FORBIDDEN',
  NotFound: 'SCHEMA-INVALID',
  Internal: 'SCHEMA-INVALID',
};

/**
 * What admission has to tell about an object, each at the range of its field: errors in the server's order, then the
 * fields that go without a word, then warnings.
 */
export function admissionFindings(
  object: ManifestObject,
  result: AdmissionResult,
  settings: AdmissionSettings,
): readonly Finding<SchemaFindingCode>[] {
  if (result.status === 'unknown-kind') return kindFindings(object);
  if (result.status === 'not-served') return [notServed(object, result, settings)];
  const errors = result.errors.map((error, index) =>
    makeSchemaFinding(object, codeOf(error), severityOf(error), error.path ?? [], String(index), {
      message: error.message,
      ...(error.type === 'NotSupported' && { supported: error.detail }),
    }),
  );
  const unknown = result.unknownFields.map((path) => {
    const { code, severity, params } = unknownFieldCode(object, path, settings);
    const strict = strictDecodingError([path]) ?? '';
    return makeSchemaFinding(object, code, severity, path, '', { ...params, strict });
  });
  const warnings = result.warnings.map((message) =>
    makeSchemaFinding(object, 'SCHEMA-DEPRECATED-VERSION', 'note', ['apiVersion'], '', { message }),
  );
  return [...errors, ...unknown, ...warnings];
}

/** The line about rules has no field: everything else is about one. */
function isAboutRules({ path, type, detail }: AdmissionError): boolean {
  return path === null && type === 'Invalid' && detail.startsWith('some validation rules');
}

function codeOf(error: AdmissionError): SchemaFindingCode {
  if (isAboutRules(error)) return 'SCHEMA-RULES-NOT-CHECKED';
  return error.rule === undefined ? CODES[error.type] : 'SCHEMA-RULE';
}

function severityOf(error: AdmissionError): Severity {
  return isAboutRules(error) ? 'note' : 'error';
}

function notServed(
  object: ManifestObject,
  { servedVersions }: AdmissionResult,
  { gatewayApi, channel }: AdmissionSettings,
): Finding<SchemaFindingCode> {
  const served = servedVersions.map((version) =>
    object.group === '' ? version : `${object.group}/${version}`,
  );
  return makeSchemaFinding(object, 'SCHEMA-NOT-SERVED', 'error', ['apiVersion'], '', {
    apiVersion: object.apiVersion,
    release: gatewayApi,
    channel,
    served: served.length === 0 ? 'no version of it' : served.join(', '),
    ...(served[0] !== undefined && { use: served[0] }),
  });
}
