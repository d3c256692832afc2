import type { Analysis } from '../core/analysis/types.ts';
import type { Selection } from './types.ts';

/**
 * Key of the object that a selection is about, for highlighting it in tree, graph and editor: the object
 * itself, the one a certificate or finding belongs to. Null for everything else.
 */
export function selectedObjectKey(selection: Selection, analysis: Analysis | null): string | null {
  switch (selection.kind) {
    case 'object':
      return selection.objectKey;
    case 'certificate':
      return keyOfId(analysis, selection.ownerId);
    case 'finding':
      return keyOfFinding(analysis, selection.findingId);
    case 'none':
    case 'hop':
    case 'step':
    case 'blob':
    case 'file':
      return null;
    default:
      return selection satisfies never;
  }
}

function keyOfFinding(analysis: Analysis | null, findingId: string): string | null {
  const finding = analysis?.findings.find((one) => one.id === findingId);
  return finding?.subject.kind === 'object' ? keyOfId(analysis, finding.subject.objectId) : null;
}

function keyOfId(analysis: Analysis | null, objectId: string | undefined): string | null {
  return analysis?.objects.find((one) => one.id === objectId)?.key ?? null;
}
