import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding } from '../../model/index.ts';
import { builtInKinds } from '../built-in-definitions.ts';
import type { SchemaFindingCode } from '../findings.ts';
import { isKnownWithoutTable, nearestKind, outsideKind } from '../outside-kinds.ts';
import { makeSchemaFinding } from './make-schema-finding.ts';

/** What there is to say of a kind whose fields are not checked: it is outside backend TLS, or it is not known. */
export function kindFindings(object: ManifestObject): readonly Finding<SchemaFindingCode>[] {
  const { group, kind } = object;
  const outside = outsideKind(group, kind);
  if (outside !== undefined) {
    const { owner, sets, reaches } = outside;
    const params = { owner, sets, ...(reaches !== undefined && { reaches }) };
    return [makeSchemaFinding(object, 'SCHEMA-KIND-OUTSIDE', 'note', ['kind'], '', params)];
  }
  if (isKnownWithoutTable(group, kind)) return [];
  const nearest = nearestKind(group, kind, builtInKinds);
  const params = { apiVersion: object.apiVersion, ...(nearest !== undefined && { nearest }) };
  return [makeSchemaFinding(object, 'SCHEMA-KIND-UNKNOWN', 'warning', ['kind'], '', params)];
}
