import { objectAt, readDataValue, type DataValue } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { EnvoyGatewayContext } from './context.ts';

/** Keys the provider's cache keeps whatever else a ConfigMap has (provider/kubernetes/helpers.go). */
const KEPT: ReadonlySet<string> = new Set(['ca.crt', 'ca.crl', 'jwks', 'lua', 'response.body']);

/**
 * The value taken for CA certificates: `ca.crt`, then `tls.crt` by version, then the only key there is. A
 * ConfigMap's binaryData is never read.
 *
 * @see internal/gatewayapi/helpers.go `getOrFirstFromData`
 */
export function authorityValue(
  context: EnvoyGatewayContext,
  object: ManifestObject,
): DataValue | undefined {
  const keys = visibleKeys(context, object);
  const [only] = keys;
  const key =
    keys.find((one) => one === 'ca.crt') ??
    (context.traits.tlsCrtAsAuthority ? keys.find((one) => one === 'tls.crt') : undefined) ??
    (keys.length === 1 ? only : undefined);
  return key === undefined ? undefined : readDataValue(object, key);
}

function visibleKeys(
  { traits, objectsFrom }: EnvoyGatewayContext,
  object: ManifestObject,
): readonly string[] {
  const sections = object.kind === 'Secret' ? ['stringData', 'data'] : ['data'];
  const keys = sections.flatMap((section) => Object.keys(objectAt(object.value, [section]) ?? {}));
  const sorted = [...new Set(keys)].sort();
  const isCut = object.kind === 'ConfigMap' && traits.cachedConfigMaps && objectsFrom === 'cluster';
  if (!isCut || sorted.length < 2) return sorted;
  return sorted.filter((key, index) => index === 0 || KEPT.has(key));
}
