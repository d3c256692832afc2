import type { Analysis } from '../../core/analysis/types.ts';
import type { SourceRef } from '../../core/model/index.ts';
import { selectedObjectKey, type Selection } from '../../state/index.ts';

/**
 * Where the selection stands in the files: a finding at its line, else the name of the object that the
 * selection is about, in the definition that wins. Null where nothing in a file stands for it.
 */
export function selectedPlace(analysis: Analysis | null, selection: Selection): SourceRef | null {
  if (selection.kind === 'finding') {
    const at = analysis?.findings.find(({ id }) => id === selection.findingId)?.at;
    if (at !== undefined) return at;
  }
  const wanted = selectedObjectKey(selection, analysis);
  const object = analysis?.objects.find(({ key, shadowed }) => key === wanted && !shadowed);
  return object === undefined ? null : { fileId: object.at.fileId, range: object.nameRange };
}
