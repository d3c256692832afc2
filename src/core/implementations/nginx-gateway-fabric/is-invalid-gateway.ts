import type { ManifestObject } from '../../manifest/types.ts';
import type { NgfState } from './ngf-state.ts';
import { unsupportedAddress } from './unsupported-address.ts';
import { clientCertificateInvalidatesGateway } from './versions.ts';

/**
 * Whether the Gateway as a whole is refused, for an address or for its client certificate. Such a Gateway has no
 * listeners, and its nginx is removed.
 *
 * @see NGF graph/gateway.go `buildGateways`; provisioner/provisioner.go `RegisterGateway`
 */
export function isInvalidGateway(
  { state, version }: { readonly state: NgfState; readonly version: string },
  gateway: ManifestObject,
): boolean {
  const refused = state.clientCertificate(gateway).kind === 'refused';
  return (
    unsupportedAddress(gateway) !== undefined ||
    (refused && clientCertificateInvalidatesGateway(version))
  );
}
