import { madeKeyOf } from '../core/gateway-api/makers/makers.ts';
import type { FieldRef, QuickFix, TextEdit } from '../core/model/index.ts';
import type { RenderedFinding } from '../core/analysis/types.ts';
import { analysisStore, studio } from './bindings.ts';

/** Shows where an object is defined (the definition that wins) in the YAML tab. */
export function revealObject(objectKey: string): void {
  const object = analysisStore
    .getState()
    .analysis?.objects.find((one) => one.key === objectKey && !one.shadowed);
  if (object !== undefined) studio.reveal(object.at.fileId, object.nameRange);
}

/** Shows the object of a field in the YAML tab, at the field where its place is known. */
export function revealField(field: FieldRef): void {
  const object = analysisStore
    .getState()
    .analysis?.objects.find((one) => one.id === field.objectId);
  const madeKey = madeKeyOf(field.objectId);
  if (object !== undefined) studio.reveal(object.at.fileId, object.at.range);
  else if (madeKey !== null) studio.select({ kind: 'object', objectKey: madeKey });
}

/** Selects a finding and, when it stands in a file, shows the place. */
export function openFinding(finding: RenderedFinding): void {
  studio.select({ kind: 'finding', findingId: finding.id });
  const connectionId = finding.connectionIds?.[0];
  if (connectionId !== undefined) studio.showConnection(connectionId);
}

/** Applies edits of several fixes as one history entry. */
export function applyFixes(label: string, edits: readonly TextEdit[]): void {
  studio.update({ type: 'edit-text', label, edits });
}

/** Applies a quick fix: its text edits as one history entry with the fix's own title. */
export function applyFix(fix: QuickFix): void {
  applyFixes(fix.title, fix.edits);
}
