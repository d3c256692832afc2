import { loadKeyPair, loadTrust } from '../../verify/loading/index.ts';
import { securityLevelOf } from '../../tls/security-level.ts';
import type { NginxProfile } from './profile.ts';
import type { ConfigFailure, GatewaySide, LoadedGateway } from './sides.ts';

/**
 * The gateway's files in nginx's order: the client pair first, then the trusted certificates. Both are read even when
 * the first fails, so that everything wrong can be shown; `failure` is what nginx reports.
 *
 * @see nginx src/http/modules/ngx_http_proxy_module.c `ngx_http_proxy_set_ssl`
 */
export async function loadGateway(
  side: GatewaySide,
  profile: NginxProfile,
  crypto: Crypto,
): Promise<LoadedGateway> {
  const securityLevel = securityLevelOf(side.ciphers);
  const pair = side.pair && (await loadKeyPair({ ...side.pair, securityLevel }, crypto));
  const trust =
    side.verify && side.trust !== undefined
      ? loadTrust(side.trust, profile.trustLoader)
      : undefined;
  return {
    failure: failureOf('pair', pair) ?? failureOf('trust', trust),
    pair: pair?.ok === true ? pair.value : null,
    anchors: trust?.ok === true ? trust.value : null,
  };
}

function failureOf(
  role: ConfigFailure['role'],
  result: Awaited<ReturnType<typeof loadKeyPair>> | ReturnType<typeof loadTrust> | undefined,
): ConfigFailure | null {
  return result?.ok === false ? { role, failure: result.failure } : null;
}
