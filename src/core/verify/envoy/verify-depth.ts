/** BoringSSL's own default (`x509_vpm.cc`). */
const defaultDepth = 100;

/**
 * Envoy's `max_verify_depth` in BoringSSL's counting (`default_validator.cc: addClientValidationContext`): Envoy counts
 * the anchor, BoringSSL neither anchor nor leaf. It is set for clients of Envoy only; upstream it has no effect.
 */
export function envoyVerifyDepth(maxVerifyDepth: number | undefined): number {
  return maxVerifyDepth === undefined ? defaultDepth : Math.max(maxVerifyDepth - 1, 0);
}
