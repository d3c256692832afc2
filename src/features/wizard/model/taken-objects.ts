import type { SetupDraft } from '../../../core/authoring/index.ts';
import type { Analysis } from '../../../core/analysis/types.ts';

/** `Gateway infra/gateway`: objects that the draft writes and the workspace has already. */
export function takenObjects(draft: SetupDraft, analysis: Analysis): readonly string[] {
  const keys = new Set(draft.objects.map(({ key }) => key));
  return analysis.objects
    .filter(({ key, shadowed }) => !shadowed && keys.has(key))
    .map(
      ({ kind, namespace, name }) => `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`,
    );
}
