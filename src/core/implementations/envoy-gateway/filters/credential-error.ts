import {
  objectAt,
  readDataValue,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../../gateway-api/index.ts';
import { objectKey } from '../../../manifest/object-key.ts';
import type { ManifestObject } from '../../../manifest/types.ts';

/** The one key of a Secret that is looked at. */
const KEY = 'credential';

/**
 * Why an HTTPRouteFilter has no credential to inject, or null. Its Secret must stand in its own namespace; no
 * ReferenceGrant helps.
 *
 * @returns the control plane's error without a capital and full stop
 * @see internal/gatewayapi/filters.go `processExtensionRefHTTPFilter`, validate.go `validateSecretRef`
 */
export function credentialError(index: ObjectIndex, filter: ManifestObject): string | null {
  const path = ['spec', 'credentialInjection', 'credential', 'valueRef'];
  if (objectAt(filter.value, ['spec', 'credentialInjection']) === undefined) return null;
  const reference = valueAt(filter.value, path);
  if ((stringAt(reference, ['group']) ?? '') !== '')
    return 'secret ref group must be unspecified/empty';
  // A ConfigMap passes here and is then looked for among the Secrets.
  if (!['Secret', 'ConfigMap'].includes(stringAt(reference, ['kind']) ?? 'Secret'))
    return 'secret ref kind must be Secret';
  const namespace = stringAt(reference, ['namespace']) ?? filter.namespace;
  if (namespace !== '' && namespace !== filter.namespace)
    return `secret ref namespace must be unspecified/empty or ${filter.namespace}`;
  const name = stringAt(reference, ['name']) ?? '';
  const place = `${namespace}/${name}`;
  const secret = index.byKey.get(objectKey('', 'Secret', namespace, name));
  if (secret === undefined) return `secret ${place} does not exist`;
  return (readDataValue(secret, KEY)?.bytes.length ?? 0) === 0
    ? `credential key ${KEY} not found in secret ${place}`
    : null;
}
