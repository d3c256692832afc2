import type { ObjectIndex, Reference } from '../gateway-api/types.ts';
import type { FieldPath, Finding, QuickFix } from '../model/index.ts';
import { noFixReason } from './why-no-fix.ts';

/** What tells which finding is the cause of another one. */
export interface CauseContext {
  readonly index: ObjectIndex;
  readonly references: readonly Reference[];
}

/**
 * A gateway's own message, with the repairs of what caused it: of the field that it names, and of the object that this
 * field refers to. Other findings stay as they are.
 */
export function withFixesOfCauses(
  findings: readonly Finding[],
  context: CauseContext,
): readonly Finding[] {
  const causes = findings.filter(
    // What the handshake met is a consequence as well.
    ({ fixes, severity, connectionIds }) =>
      fixes.length > 0 && severity !== 'note' && connectionIds === undefined,
  );
  if (causes.length === 0) return findings;
  return findings.map((told) => {
    if (noFixReason(told.code) !== 'told-by-its-cause' || told.field === undefined) return told;
    const own = causes.filter((cause) => isCauseOf(cause, told, context));
    return own.length === 0
      ? told
      : { ...told, fixes: distinct(own.flatMap(({ fixes }) => fixes)) };
  });
}

function isCauseOf(cause: Finding, told: Finding, { index, references }: CauseContext): boolean {
  const about = cause.subject.kind === 'object' ? cause.subject.objectId : undefined;
  const { field } = told;
  if (about === undefined || field === undefined) return false;
  if (about === field.objectId && concern(cause, field.path)) return true;
  const key = index.byId.get(about)?.key;
  return references.some(
    ({ from, target }) =>
      target.key === key && from.objectId === field.objectId && overlap(from.path, field.path),
  );
}

/** A field that the API server drops leaves the one beside it empty: `hostName` for `hostname`. */
function concern({ code, field }: Finding, told: FieldPath): boolean {
  if (field === undefined) return false;
  return (
    overlap(field.path, told) ||
    (code.startsWith('SCHEMA-') && overlap(field.path.slice(0, -1), told))
  );
}

/** True when one of the paths leads to the other. */
function overlap(a: FieldPath, b: FieldPath): boolean {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared).every((segment, at) => segment === b[at]);
}

function distinct(fixes: readonly QuickFix[]): readonly QuickFix[] {
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix])).values()];
}
