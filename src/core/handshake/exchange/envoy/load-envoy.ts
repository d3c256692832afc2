import { loadProblem } from '../../../verify/boringssl/load-problem.ts';
import {
  chainFailure,
  ownKeyFailure,
  privateKeyFailure,
  readEnvoyBundle,
  type EnvoyBundle,
} from '../../../verify/envoy/own-material.ts';
import { loadKeyPair, type OwnPair } from '../../../verify/loading/index.ts';
import type {
  LoadFailure,
  LoadFailureReason,
  LoadResult,
  LoadedFile,
} from '../../../verify/loading/types.ts';
import type { ConfigFailure, GatewaySide, LoadedGateway, PairFiles } from '../sides.ts';
import type { ExchangeRequest } from '../types.ts';

/**
 * The gateway's material as Envoy takes it from its configuration or from SDS: what it refuses is a NACK, which no
 * Kubernetes status shows. Its own certificate has rules of its own: RSA from 2048 bits on, three curves.
 *
 * @see Envoy source/common/tls/context_impl.cc `TlsContext::loadCertificateChain`, `loadPrivateKey`;
 *   cert_validator/default_validator.cc `initializeSslContexts`
 */
export async function loadEnvoy({ gateway, crypto }: ExchangeRequest): Promise<LoadedGateway> {
  const pair = gateway.pair && (await loadPair(gateway.pair, crypto));
  const trust = gateway.verify && gateway.trust ? loadTrust(gateway.trust) : undefined;
  const pairFailure = pair?.ok === false ? { role: 'pair' as const, failure: pair.failure } : null;
  const trustFailure =
    trust?.ok === false ? { role: 'trust' as const, failure: trust.failure } : null;
  const loaded = trust?.ok === true ? trust.value : null;
  return {
    failure: trustFailure ?? pairFailure ?? refusedFailure(gateway),
    pair: pair?.ok === true ? pair.value : null,
    anchors: loaded?.certificates ?? null,
    ...(loaded && loaded.crls.length > 0 && { crls: loaded.crls }),
  };
}

function refusedFailure({ refused }: GatewaySide): ConfigFailure | null {
  if (refused === undefined) return null;
  const reason = refused.role === 'trust' ? 'no-certificate' : 'not-a-certificate';
  return { role: refused.role, failure: { reason, path: '<inline>', text: refused.text } };
}

async function loadPair(files: PairFiles, crypto: Crypto): Promise<LoadResult<OwnPair>> {
  const loaded = await loadKeyPair({ ...files, securityLevel: 0 }, crypto);
  if (!loaded.ok) return failed(loaded.failure.reason, files, textFor(loaded.failure.reason));
  const { chain, keyProof } = loaded.value;
  if (chain.some((certificate) => loadProblem(certificate) !== null))
    return failed('not-a-certificate', files, chainFailure());
  const refused = chain[0] && ownKeyFailure(chain[0]);
  if (refused) return failed('ee-key-too-small', files, refused);
  if (keyProof === 'other-type')
    return failed('key-values-mismatch', files, privateKeyFailure('other-type'));
  return loaded;
}

function textFor(reason: LoadFailureReason): string {
  switch (reason) {
    case 'key-values-mismatch':
      return privateKeyFailure('other-key');
    case 'no-private-key':
    case 'private-key-encrypted':
      return privateKeyFailure('no-key');
    default:
      return chainFailure();
  }
}

function loadTrust({ pem, path }: LoadedFile): LoadResult<EnvoyBundle> {
  const read = readEnvoyBundle(pem);
  if (read.ok) return { ok: true, value: read.bundle };
  return { ok: false, failure: { reason: read.reason, path, text: read.text } };
}

function failed(reason: LoadFailureReason, files: PairFiles, text: string): LoadResult<never> {
  const failure: LoadFailure = { reason, path: files.certificate.path, text };
  return { ok: false, failure };
}
