import { CLIENT_CERTIFICATE_REF, isObject, makeFinding, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding } from '../../model/index.ts';
import type { BackendOutcome } from './backend-outcome.ts';
import type { KgatewayFindingCode } from './findings.ts';
import type { KgatewayState } from './kgateway-state.ts';

/** A client certificate that is configured on the Gateway and not presented to this backend. */
export function clientCertificateFindings(
  state: KgatewayState,
  gateway: ManifestObject,
  { proxyProtocol, configPolicies }: BackendOutcome,
  isTls: boolean,
): readonly Finding<KgatewayFindingCode>[] {
  if (!isObject(valueAt(gateway.value, CLIENT_CERTIFICATE_REF))) return [];
  const about = {
    severity: 'error',
    object: gateway,
    path: CLIENT_CERTIFICATE_REF,
    step: 5,
  } as const;
  if (!state.features.gatewayAncestors)
    return [makeFinding({ ...about, code: 'KGW-CLIENT-CERTIFICATE-VERSION' })];
  const verdict = state.clientCertificate(gateway);
  if (verdict.kind === 'refused') {
    const { reason, message, field } = verdict;
    const params = { reason, message };
    return [makeFinding({ ...about, code: 'KGW-CLIENT-CERTIFICATE-REFUSED', path: field, params })];
  }
  const wrapper = configPolicies.find((policy) => policy.proxyProtocol)?.policy;
  if (!isTls || !proxyProtocol || wrapper === undefined) return [];
  return [
    makeFinding({
      code: 'KGW-CLIENT-CERTIFICATE-WRAPPED',
      severity: 'error',
      object: wrapper,
      path: ['spec', 'upstreamProxyProtocol'],
      params: { gateway: `Gateway ${gateway.name}` },
      step: 5,
    }),
  ];
}
