import type { BoringsslRelease } from '../../../verify/types.ts';

/** What differs between the Envoy releases that the gateways ship. */
export interface EnvoyRelease {
  /** `enforce_rsa_key_usage`: since Envoy 1.38. */
  readonly enforcesRsaKeyUsage: boolean;
  /** Up to Envoy 1.38.0 the answer to the client quotes the TLS error. */
  readonly quotesFailure: boolean;
  /** Envoy 1.40 has a newer one than those before; no gateway ships it yet. */
  readonly boringssl?: BoringsslRelease;
}
