import type { EvidenceSide, FieldRef } from '../../core/model/index.ts';
import { revealField, useAnalysis } from '../../state/index.ts';
import type { EvidenceSource } from '../EvidencePair.tsx';

/** Names the object and key that a side of the evidence came from, and opens its text. Null when it came from none. */
export function useEvidenceSource(): (side: EvidenceSide) => EvidenceSource | null {
  const objects = useAnalysis((state) => state.analysis?.objects);
  return ({ from }) => {
    if (from === undefined) return null;
    const object = objects?.find(({ id }) => id === from.objectId);
    return object === undefined
      ? null
      : {
          name: sourceName(object.name, from),
          onOpen: () => {
            revealField(from);
          },
        };
  };
}

function sourceName(name: string, { path }: FieldRef): string {
  const key = path[0] === 'data' || path[0] === 'stringData' ? path[1] : undefined;
  return key === undefined ? name : `${name} / ${String(key)}`;
}
