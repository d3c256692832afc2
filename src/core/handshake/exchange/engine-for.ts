import { isAtLeast } from '../../implementations/is-at-least.ts';
import type { UpstreamTls } from '../../implementations/types.ts';
import type { GatewayEngine } from './types.ts';
import { envoyEngine } from './envoy/envoy-engine.ts';
import type { EnvoyRelease } from './envoy/envoy-release.ts';
import { nginxEngine } from './nginx-engine.ts';
import { rustlsEngine } from './rustls/rustls-engine.ts';

/** The data plane of an implementation in one of its versions. */
export function engineFor({
  implementation,
  version,
}: Pick<UpstreamTls, 'implementation' | 'version'>): GatewayEngine {
  switch (implementation) {
    case 'nginx-gateway-fabric':
      return nginxEngine;
    case 'envoy-gateway':
    case 'kgateway':
      return envoyEngine(envoyRelease(implementation, version));
    case 'agentgateway':
      return rustlsEngine;
    default:
      return implementation satisfies never;
  }
}

/**
 * Envoy Gateway 1.8 and kgateway 2.4 came with Envoy 1.38; the answer to the client lost its TLS error in 1.38.1, which is
 * in Envoy Gateway 1.8.1 and 1.9.
 */
function envoyRelease(implementation: 'envoy-gateway' | 'kgateway', version: string): EnvoyRelease {
  const isNew =
    implementation === 'envoy-gateway' ? isAtLeast(version, 1, 8) : isAtLeast(version, 2, 4);
  const isQuiet = implementation === 'envoy-gateway' ? isAtLeast(version, 1, 8, 1) : isNew;
  return { enforcesRsaKeyUsage: isNew, quotesFailure: !isQuiet };
}
