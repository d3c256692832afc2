import { groupBy } from '../gateway-api/group-by.ts';
import { referencesFrom } from '../gateway-api/references-from.ts';
import type { ObjectIndex, Reference } from '../gateway-api/types.ts';
import type { FieldPath, FieldRef, Finding, QuickFix } from '../model/index.ts';
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
  const byKey = groupBy(causes, ({ subject }) => keyOf(subject, context));
  return findings.map((told) => {
    const { code, field } = told;
    if (noFixReason(code) !== 'told-by-its-cause' || field === undefined) return told;
    const fixes = causesOf(field, byKey, context).flatMap((cause) => cause.fixes);
    return fixes.length === 0 ? told : { ...told, fixes: distinct(fixes) };
  });
}

function keyOf(subject: Finding['subject'], { index }: CauseContext): string | undefined {
  return subject.kind === 'object' ? index.byId.get(subject.objectId)?.key : undefined;
}

/** What is found of the field itself, then of the objects that it refers to. */
function causesOf(
  { objectId, path }: FieldRef,
  byKey: ReadonlyMap<string | undefined, readonly Finding[]>,
  { index, references }: CauseContext,
): readonly Finding[] {
  const key = index.byId.get(objectId)?.key;
  const own = key === undefined ? [] : (byKey.get(key) ?? []);
  const named = referencesFrom(references, objectId)
    .filter(({ from }) => overlap(from.path, path))
    .map(({ target }) => target.key);
  return [
    ...own.filter((cause) => isOf(cause, objectId) && concern(cause, path)),
    ...[...new Set(named)].flatMap((target) => byKey.get(target) ?? []),
  ];
}

function isOf({ subject }: Finding, objectId: string): boolean {
  return subject.kind === 'object' && subject.objectId === objectId;
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
