import { isAlertNumber } from '../../../tls/alert-number.ts';
import { envoyClient } from '../../../tls/envoy-offer.ts';
import { isCurveOffered } from '../../../tls/negotiate.ts';
import { matchSans } from '../../../verify/envoy/match-sans.ts';
import { withQueue } from '../../../verify/envoy/transport-failure-reason.ts';
import { verifyEnvoy } from '../../../verify/envoy/verify-envoy.ts';
import type { HostCheck } from '../../../verify/types.ts';
import { comparedNames, sanKind } from '../compared-names.ts';
import type { ExchangeFacts, GatewayEngine, ServerQuestion, ServerVerdict } from '../types.ts';
import type { ExchangeEnd } from '../sides.ts';
import { envoyTexts } from './envoy-texts.ts';
import { keyUsageRefusal } from './key-usage.ts';
import { loadEnvoy } from './load-envoy.ts';
import type { EnvoyRelease } from './envoy-release.ts';

/** No option of a gateway sets it upstream; BoringSSL's own default. */
const DEPTH = 100;

/**
 * Envoy with BoringSSL: the certificate is judged as soon as it is there, inside the handshake. In TLS 1.3 its key usage
 * comes first; in TLS 1.2 its curve comes first and its key usage last.
 *
 * @see Envoy source/common/tls/cert_validator/default_validator.cc `doVerifyCertChain`; BoringSSL
 *   ssl/tls13_both.cc `tls13_process_certificate`, ssl/handshake_client.cc
 */
export function envoyEngine(release: EnvoyRelease): GatewayEngine {
  return {
    id: 'envoy',
    load: loadEnvoy,
    offer: ({ gateway }) =>
      envoyClient({
        versions: gateway.versions ?? ['TLSv1.2'],
        ciphers: gateway.ciphers,
        curves: gateway.groups,
        schemes: gateway.schemes,
        alpn: gateway.alpn,
      }),
    verifyServer: (question) => verifyServer(question, release),
    judge: (facts) => judge(facts, release),
    judgesInHandshake: true,
    texts: (end, facts) => envoyTexts(end, facts, release),
  };
}

async function verifyServer(
  question: ServerQuestion,
  { boringssl }: EnvoyRelease,
): Promise<ServerVerdict> {
  const { request, loaded, peerChain } = question;
  const { gateway, at, checkSignature } = request;
  if (!gateway.verify) return { chain: null, name: null };
  const name = checkNames(question);
  if (loaded.anchors === null) return { chain: null, name };
  const { chain, failureReason, queue, alert } = await verifyEnvoy({
    peerChain,
    anchors: loaded.anchors,
    sanMatchers: gateway.matchers ?? [],
    purpose: 'server',
    depth: DEPTH,
    at,
    checkSignature,
    ...(boringssl && { release: boringssl }),
    ...(loaded.crls && { crls: loaded.crls }),
  });
  const refuses = failureReason !== null && alert !== null && isAlertNumber(alert.number);
  return {
    chain,
    name,
    ...(refuses && { refusal: { reason: withQueue(failureReason, queue), alert: alert.number } }),
  };
}

function checkNames({ request, peerChain: [leaf] }: ServerQuestion): HostCheck | null {
  const matchers = request.gateway.matchers ?? [];
  if (matchers.length === 0) return null;
  const match = matchSans(leaf, matchers);
  const compared = comparedNames(leaf);
  const name = matchers.map(({ value }) => value).join(' or ');
  if (match === null) return { name, matches: false, compared };
  const { matcher, san } = match;
  return {
    name: matcher.value,
    matches: true,
    matchedBy: { kind: sanKind(matcher.san), value: san.value },
    compared,
  };
}

function judge(facts: ExchangeFacts, release: EnvoyRelease): ExchangeEnd | null {
  const { negotiated, server, offer, request } = facts;
  const leaf = server?.pair?.chain[0];
  if (typeof negotiated === 'string' || leaf === undefined) return null;
  const isTls13 = negotiated.version === 'TLSv1.3';
  const badUsage = keyUsageRefusal(leaf, isTls13 || release.enforcesRsaKeyUsage) !== null;
  if (!isTls13 && !isCurveOffered(leaf.publicKey, offer)) return 'server-curve';
  if (isTls13 && badUsage) return 'server-key-usage';
  const verdict = request.gateway.verify ? chainEnd(facts) : null;
  return verdict ?? (badUsage ? 'server-key-usage' : null);
}

function chainEnd({ serverCheck, hostCheck }: ExchangeFacts): ExchangeEnd | null {
  if (serverCheck === null) return 'unknown';
  if (serverCheck.first !== undefined || serverCheck.unloadable) return 'server-chain';
  if (!serverCheck.ok) return 'unknown';
  return hostCheck?.matches === false ? 'server-name-mismatch' : null;
}
