import { parseIpAddress } from '../../../pki/issuing/parse-ip-address.ts';

const LONGEST_LABEL = 63;

/**
 * Why a host name that a filter writes is not taken, or null. Its form is what the API server checks already.
 *
 * @returns the control plane's error without a capital and full stop
 * @see internal/gatewayapi/validate.go `validateHostname`
 */
export function hostnameError(hostname: string): string | null {
  const quoted = JSON.stringify(hostname);
  if (parseIpAddress(hostname) !== null) return `hostname: ${quoted} cannot be an ip address`;
  const long = hostname.split('.').find((label) => label.length > LONGEST_LABEL);
  return long === undefined
    ? null
    : `label: ${JSON.stringify(long)} in hostname ${quoted} cannot exceed ${LONGEST_LABEL} characters`;
}
