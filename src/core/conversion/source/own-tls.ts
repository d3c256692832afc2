import type { ConversionDraft } from '../conversion-draft.ts';
import { agentgatewayTls } from './agentgateway-tls.ts';
import { configPolicyTls } from './config-policy-tls.ts';
import { envoyBackendTls } from './envoy-backend-tls.ts';
import type { Scope } from './scope.ts';
import type { OwnTls } from './types.ts';

/** All such settings of the implementation that is left. NGINX Gateway Fabric has none. */
export function ownTls(draft: ConversionDraft, scope: Scope): readonly OwnTls[] {
  switch (draft.request.from) {
    case 'nginx-gateway-fabric':
      return [];
    case 'envoy-gateway':
      return envoyBackendTls(draft, scope);
    case 'kgateway':
      return configPolicyTls(draft, scope);
    case 'agentgateway':
      return agentgatewayTls(draft, scope);
    default:
      return draft.request.from satisfies never;
  }
}
