import { decodeCrl } from '../../../pki/crl.ts';
import type { Certificate, CertificateRevocationList } from '../../../pki/types.ts';
import { loadKeyPair, readPemStream, type OwnPair } from '../../../verify/loading/index.ts';
import { isCertificateLabel, readCertificates } from '../../../verify/loading/read-certificates.ts';
import type {
  LoadFailure,
  LoadFailureReason,
  LoadResult,
  LoadedFile,
} from '../../../verify/loading/types.ts';
import type { ConfigFailure, GatewaySide, LoadedGateway, PairFiles } from '../sides.ts';
import type { ExchangeRequest } from '../types.ts';

const CHAIN = 'Failed to load certificate chain from <inline>';
const KEY = 'Failed to load private key from <inline>, Cause: error:';
const TRUST = 'Failed to load trusted CA certificates from <inline>';
const X509_LIB = 'X.509 certificate routines:OPENSSL_internal:';

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
    failure: pairFailure ?? trustFailure ?? refusedFailure(gateway),
    pair: pair?.ok === true ? pair.value : null,
    anchors: loaded?.anchors ?? null,
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
  const refused = keyRule(chain[0]);
  if (refused !== null) return failed('ee-key-too-small', files, `${CHAIN}, ${refused}`);
  if (keyProof === 'other-type')
    return failed('key-values-mismatch', files, `${KEY}0b000073:${X509_LIB}KEY_TYPE_MISMATCH`);
  return loaded;
}

function textFor(reason: LoadFailureReason): string {
  switch (reason) {
    case 'key-values-mismatch':
      return `${KEY}0b000074:${X509_LIB}KEY_VALUES_MISMATCH`;
    case 'no-private-key':
    case 'private-key-encrypted':
      return `${KEY}0900006e:PEM routines:OPENSSL_internal:NO_START_LINE`;
    default:
      return CHAIN;
  }
}

function keyRule(leaf: Certificate | undefined): string | null {
  const { family, bits, curve } = leaf?.publicKey ?? {};
  if (family === 'RSA' && (bits ?? 0) < 2048)
    return 'only RSA certificates with 2048-bit or larger keys are supported';
  if (family === 'EC' && !['P-256', 'P-384', 'P-521'].includes(curve ?? ''))
    return 'only P-256, P-384 or P-521 ECDSA certificates are supported';
  return null;
}

interface EnvoyTrust {
  readonly anchors: readonly Certificate[];
  readonly crls: readonly CertificateRevocationList[];
}

/** One damaged block, or no certificate at all, and the whole bundle is refused (`PEM_X509_INFO_read_bio`). */
function loadTrust(file: LoadedFile): LoadResult<EnvoyTrust> {
  const { certificates, stop } = readCertificates(file.pem, isCertificateLabel);
  const crls = readPemStream(file.pem).blocks.flatMap(({ label, der }) =>
    label === 'X509 CRL' ? [decodeCrl(der)] : [],
  );
  const isSound = stop === 'no-start-line' && crls.every(({ ok }) => ok);
  if (!isSound || certificates.length === 0) {
    const reason = certificates.length === 0 ? 'no-certificate' : 'damaged-block';
    return { ok: false, failure: { reason, path: file.path, text: TRUST } };
  }
  return {
    ok: true,
    value: { anchors: certificates, crls: crls.flatMap((one) => (one.ok ? [one.crl] : [])) },
  };
}

function failed(reason: LoadFailureReason, files: PairFiles, text: string): LoadResult<never> {
  const failure: LoadFailure = { reason, path: files.certificate.path, text };
  return { ok: false, failure };
}
