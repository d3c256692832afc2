/** What a check looks at, by the beginning of its code; the first that fits counts. */
const AREAS: readonly (readonly [prefix: string, area: string])[] = [
  ['TLS-KEY-MISSING', 'Secrets and ConfigMaps'],
  ['TLS-PORT-WITHOUT-POLICY', 'Policies'],
  ['TLS-PASSED-THROUGH', 'Gateways and routes'],
  ['TLS-', 'Handshake'],
  ['POLICY-', 'Policies'],
  ['GATEWAY-', 'Gateways and routes'],
  ['CLIENT-CERTIFICATE-', 'Gateways and routes'],
  ['ROUTE-', 'Gateways and routes'],
  ['RULE-', 'Gateways and routes'],
  ['BACKEND-', 'Gateways and routes'],
  ['SERVICE-', 'Gateways and routes'],
  ['LISTENER-', 'Gateways and routes'],
  ['OBJECT-', 'Objects and references'],
  ['API-VERSION-', 'Objects and references'],
  ['REFERENCE-', 'Objects and references'],
  ['DATA-', 'Secrets and ConfigMaps'],
  ['CA-KEY-', 'Secrets and ConfigMaps'],
  ['SCHEMA-', 'API server'],
  ['CRD-', 'Your CRDs'],
  ['NGF-', 'NGINX Gateway Fabric'],
  ['EG-', 'Envoy Gateway'],
  ['KGW-', 'kgateway'],
  ['AGW-', 'agentgateway'],
  ['WORKLOAD-', 'Workloads'],
  ['PEM-', 'PEM text'],
  ['KEY-', 'Keys and certificates'],
  ['CERTIFICATE-', 'Keys and certificates'],
  ['PKCS', 'Dropped files'],
  ['FILE-', 'Dropped files'],
  ['LINT-', 'Certificate quality'],
  ['MANIFEST-', 'YAML'],
  ['WORKSPACE-GUIDE-', 'Guides'],
  ['WORKSPACE-HEREDOC-', 'Guides'],
  ['WORKSPACE-', 'Dropped files'],
];

/** The area of a check in words; "Other" for a code of no known family. */
export function areaOf(code: string): string {
  return AREAS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'Other';
}
