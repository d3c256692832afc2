import { objectKey } from '../../manifest/object-key.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { stringAt } from '../json.ts';
import { groups } from '../kinds.ts';
import type { ObjectIndex } from '../types.ts';

/** `controllerName` of a status entry, from the GatewayClass; nothing when the class is not among the files. */
export function controllerName(
  index: ObjectIndex,
  gateway: ManifestObject,
): { readonly controllerName?: string } {
  const className = stringAt(gateway.value, ['spec', 'gatewayClassName']) ?? '';
  const gatewayClass = index.byKey.get(objectKey(groups.gateway, 'GatewayClass', '', className));
  const name = stringAt(gatewayClass?.value, ['spec', 'controllerName']);
  return name === undefined ? {} : { controllerName: name };
}
