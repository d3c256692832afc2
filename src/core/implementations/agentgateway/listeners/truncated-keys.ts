import { dataKeys } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';

/**
 * The data keys of an object as messages list them: from three on with how many more there are, be it none.
 *
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `truncatedKeysMessage`
 */
export function truncatedKeys(object: ManifestObject): string {
  const found = dataKeys(object);
  if (found.length < 3) return found.join(', ');
  return `${found.slice(0, 3).join(', ')}, and ${found.length - 3} more...`;
}
