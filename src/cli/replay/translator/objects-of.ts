import { parseFile } from '../../../core/manifest/index.ts';
import type { ManifestObject } from '../../../core/manifest/types.ts';

/**
 * The manifest objects of one YAML text; objects without a namespace stand in `default`.
 *
 * @param fileId tells texts of one case apart
 */
export function objectsOf(text: string, fileId: string): readonly ManifestObject[] {
  const file = { id: fileId, path: `${fileId}.yaml`, text };
  return parseFile(file, { defaultNamespace: 'default' }).objects;
}
