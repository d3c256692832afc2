import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, Finding, Severity } from '../../model/index.ts';
import type { SchemaFindingCode } from '../findings.ts';
import { fieldText } from '../structural/field-text.ts';

/**
 * A finding at the range of a field of an object; one about a name is at the name.
 *
 * @param suffix tells findings of one code at one field apart
 */
export function makeSchemaFinding(
  object: ManifestObject,
  code: SchemaFindingCode,
  severity: Severity,
  path: FieldPath,
  suffix: string,
  params: Readonly<Record<string, string>>,
): Finding<SchemaFindingCode> {
  const { value, key } = object.rangeOf(path);
  const unknown = code.endsWith('FIELD') || code === 'SCHEMA-OLD-BACKEND-TLS';
  return {
    id: `${code}|${object.key}|${path.join('.')}|${suffix}`,
    code,
    severity,
    subject: { kind: 'object', objectId: object.id },
    at: { fileId: object.fileId, range: unknown ? (key ?? value) : value },
    field: { objectId: object.id, path },
    params: {
      object: `${object.kind} ${object.name}`,
      type: object.kind,
      name: object.name,
      field: fieldText(path),
      ...params,
    },
    fixes: [],
  };
}
