import type { Selection } from './types.ts';

/** True when both select the same thing, whoever built the object. */
export function sameSelection(a: Selection, b: Selection): boolean {
  return selectionKey(a) === selectionKey(b);
}

/** A stable key of what is selected, for React keys and comparisons. */
export function selectionKey(selection: Selection): string {
  switch (selection.kind) {
    case 'none':
      return 'none';
    case 'object':
      return `object ${selection.objectKey}`;
    case 'certificate':
      return `certificate ${selection.certificateId} ${selection.ownerId ?? ''}`;
    case 'hop':
      return `hop ${selection.hopId}`;
    case 'step':
      return `step ${selection.connectionId} ${String(selection.step)}`;
    case 'finding':
      return `finding ${selection.findingId}`;
    case 'blob':
      return `blob ${selection.blobId}`;
    case 'file':
      return `file ${selection.fileId}`;
    default:
      return selection satisfies never;
  }
}
