import { loadKeyPair, loadTrust } from '../../../verify/loading/index.ts';
import type { ConfigFailure, LoadedGateway, PairFiles } from '../sides.ts';
import type { ExchangeRequest } from '../types.ts';

/**
 * The gateway's material as agentgateway takes it: a trust bundle that cannot be read is an empty one, so that every
 * backend is refused; a key that does not belong to the certificate is refused with the configuration.
 *
 * @see rustls src/sign.rs `CertifiedKey::keys_match`
 */
export async function loadRustls({ gateway, crypto }: ExchangeRequest): Promise<LoadedGateway> {
  const pair = gateway.pair && (await loadPair(gateway.pair, crypto));
  const trust =
    gateway.verify && gateway.trust ? loadTrust(gateway.trust, 'pem-read-bio') : undefined;
  return {
    failure: pair?.failure ?? null,
    pair: pair?.pair ?? null,
    anchors: trust === undefined ? null : trust.ok ? trust.value : [],
  };
}

async function loadPair(
  files: PairFiles,
  crypto: Crypto,
): Promise<Pick<LoadedGateway, 'failure' | 'pair'>> {
  const loaded = await loadKeyPair({ ...files, securityLevel: 0 }, crypto);
  if (loaded.ok && loaded.value.keyProof !== 'other-type')
    return { pair: loaded.value, failure: null };
  const reason = loaded.ok ? 'key-values-mismatch' : loaded.failure.reason;
  const text =
    reason === 'key-values-mismatch'
      ? 'keys may not be consistent: KeyMismatch'
      : 'the client certificate or its key cannot be read as PEM';
  const failure: ConfigFailure = {
    role: 'pair',
    failure: { reason, path: files.certificate.path, text },
  };
  return { pair: null, failure };
}
