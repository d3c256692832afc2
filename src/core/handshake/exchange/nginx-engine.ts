import { opensslClient } from '../../tls/openssl-offers.ts';
import { securityLevelOf } from '../../tls/security-level.ts';
import { checkHost } from '../../verify/check-host.ts';
import { verifyOpenssl } from '../../verify/openssl/verify-openssl.ts';
import { endTexts } from './end-texts.ts';
import type { GatewayEngine, ServerQuestion, ServerVerdict } from './types.ts';
import { loadGateway } from './load-gateway.ts';
import { verifyNameOf } from './server-name.ts';

/**
 * nginx with OpenSSL: the certificate is looked at once TLS is complete, first the path, then, only if that is good,
 * the name.
 *
 * @see nginx `ngx_http_upstream_ssl_handshake`
 */
export const nginxEngine: GatewayEngine = {
  id: 'nginx',
  load: ({ gateway, profile, crypto }) => loadGateway(gateway, profile, crypto),
  offer: ({ gateway, profile }) =>
    opensslClient({
      versions: gateway.versions ?? profile.gatewayVersions,
      ciphers: gateway.ciphers,
      postQuantumSignatures: profile.postQuantumSignatures,
    }),
  verifyServer,
  judge: ({ request, serverCheck, hostCheck }) => {
    if (!request.gateway.verify) return null;
    if (serverCheck?.last) return 'server-chain';
    if (serverCheck?.ok !== true) return 'unknown';
    return hostCheck?.matches === true ? null : 'server-name-mismatch';
  },
  judgesInHandshake: false,
  texts: endTexts,
};

async function verifyServer(question: ServerQuestion): Promise<ServerVerdict> {
  const { request, loaded, peerChain } = question;
  const { gateway, at, checkSignature, profile } = request;
  if (!gateway.verify) return { chain: null, name: null };
  const name = checkHost(peerChain[0], verifyNameOf(gateway.name));
  if (loaded.anchors === null) return { chain: null, name };
  const chain = await verifyOpenssl({
    peerChain,
    anchors: loaded.anchors,
    purpose: 'server',
    depth: gateway.depth,
    securityLevel: securityLevelOf(gateway.ciphers),
    at,
    checkSignature,
    release: profile.release,
  });
  return { chain, name };
}
