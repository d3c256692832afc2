import { itemsAt, stringAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';

/** The control plane's words on an address that is no IP address. */
export const UNSUPPORTED_ADDRESS = 'Only AddressType IPAddress is supported';

/**
 * The field of the first address of a Gateway that is no IP address, if there is one; such a Gateway is refused as a whole.
 *
 * @see NGF graph/gateway.go `validateGateway`
 */
export function unsupportedAddress({ value }: ManifestObject): FieldPath | undefined {
  const path = ['spec', 'addresses'];
  const at = itemsAt(value, path).findIndex(
    (address) => (stringAt(address, ['type']) ?? 'IPAddress') !== 'IPAddress',
  );
  return at < 0 ? undefined : [...path, at, 'type'];
}
