import type { LackedKey, PodFiles } from './pod-files.ts';
import type { WantedKey } from './types.ts';

/**
 * The data key that a process reads as a file and that is not there: in an object that is missing, or that has other keys.
 * Of several objects in one volume it is the one whose `items` name the file, then the kind that usually holds such a part.
 *
 * @param path absolute, in the container
 */
export function wantedKeys(
  files: PodFiles,
  path: string,
  part: WantedKey['part'],
): readonly WantedKey[] {
  const [best] = [...files.lacking(path)].sort((a, b) => scoreOf(b, part) - scoreOf(a, part));
  return best === undefined ? [] : [{ part, objectKey: best.objectKey, dataKey: best.dataKey }];
}

function scoreOf({ isMapped, kind, isObjectMissing }: LackedKey, part: WantedKey['part']): number {
  const usual = part === 'authority' ? 'ConfigMap' : 'Secret';
  return (isMapped ? 4 : 0) + (kind === usual ? 2 : 0) + (isObjectMissing ? 1 : 0);
}
