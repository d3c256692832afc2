import { itemsAt, numberAt, stringAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';

const ANNOTATION = 'agentgateway.dev/internal-ports';

/**
 * What is wrong with the ports of a Gateway that only other parts of the proxy are to reach; one wrong port makes the
 * whole list void.
 *
 * @see agentgateway controller/api/annotations `ParseInternalPorts`
 */
export function internalPortsError({ value }: ManifestObject): string | undefined {
  const own = itemsAt(value, ['spec', 'listeners']).map((listener) => numberAt(listener, ['port']));
  const listed = stringAt(value, ['metadata', 'annotations', ANNOTATION]) ?? '';
  const errors = listed.split(',').flatMap((item) => {
    const text = item.trim();
    if (text === '') return [];
    const port = /^[+-]?\d+$/.test(text) ? Number(text) : 0;
    if (port < 1 || port > 65535)
      return [`invalid port ${JSON.stringify(text)}: must be an integer between 1 and 65535`];
    return own.includes(port)
      ? []
      : [`port ${String(port)} is not defined by any listener on this resource`];
  });
  return errors.length === 0 ? undefined : `invalid ${ANNOTATION} annotation: ${errors.join('; ')}`;
}
