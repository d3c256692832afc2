const LABELS = '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';
const SUBDOMAIN = new RegExp(`^${LABELS}$`);
const WILDCARD = new RegExp(`^\\*\\.${LABELS}$`);
const LONGEST = 253;

/**
 * NGINX Gateway Fabric's check of `validation.hostname`: an RFC 1123 subdomain, with or without `*.`.
 * IP addresses pass.
 *
 * @returns Kubernetes' words, or null
 * @see k8s.io/apimachinery/pkg/util/validation `IsDNS1123Subdomain`, `IsWildcardDNS1123Subdomain`
 */
export function validateHostname(hostname: string): string | null {
  if (hostname === '') return 'cannot be empty string';
  const wildcard = hostname.startsWith('*.');
  const messages = [
    ...(hostname.length > LONGEST ? [`must be no more than ${LONGEST} characters`] : []),
    ...((wildcard ? WILDCARD : SUBDOMAIN).test(hostname) ? [] : [wildcard ? WILDCARD_TEXT : TEXT]),
  ];
  return messages.length === 0 ? null : messages.join(',');
}

const TEXT = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${LABELS}')`;

const WILDCARD_TEXT = `a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.${LABELS}')`;
