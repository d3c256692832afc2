import type { FieldRef, Finding, ImplementationId } from '../model/index.ts';
import type { Material } from '../pki/types.ts';
import type { SanMatcher } from '../verify/index.ts';

export type { SanMatcher };

export interface Sourced<T> {
  readonly value: T;
  readonly from?: FieldRef;
}

/** What a gateway is programmed with for one connection; every value carries the field it came from. */
export interface UpstreamTls {
  readonly implementation: ImplementationId;
  readonly version: string;
  /**
   * `blocked`: the control plane refuses the policy and the client gets `blockedStatus`; without one the client gets no
   * connection at all.
   */
  readonly mode: 'plaintext' | 'tls' | 'blocked';
  readonly blockedStatus?: number;
  /** Why it is blocked or plaintext, in the control plane's words where it has any. */
  readonly reason?: string;
  /** Why the data plane does not load these settings, although nothing is wrong with them. */
  readonly notLoaded?: string;
  readonly sni?: Sourced<string>;
  readonly verifyNames: readonly Sourced<string>[];
  readonly trust?: TrustSource;
  readonly clientCertificate?: ClientCertificate;
  readonly verifyDepth: number;
  readonly versions: readonly string[];
  readonly ciphers?: string;
  /** Envoy: any one of them must match a subject alternative name. Empty or absent: no name is checked. */
  readonly sanMatchers?: readonly Sourced<SanMatcher>[];
  /** Protocols offered, most wanted first; absent when the extension is not sent. */
  readonly alpn?: Sourced<readonly string[]>;
  /** Groups offered, in the data plane's own names; absent for its default. */
  readonly curves?: Sourced<readonly string[]>;
  /** Signature algorithms offered and accepted, in the data plane's own names; absent for its default. */
  readonly signatureAlgorithms?: Sourced<readonly string[]>;
  readonly policy?: FieldRef;
  readonly isGrpc: boolean;
  /** Fields that set `versions` and `ciphers`; absent where a default holds. */
  readonly parameterFields?: {
    readonly minVersion?: FieldRef;
    readonly maxVersion?: FieldRef;
    readonly ciphers?: FieldRef;
  };
  /** The data plane does not take over what it is given; no condition says so. */
  readonly secretError?: SecretError;
}

/**
 * Envoy rejects a secret that the control plane sends over SDS (bad CA text, key that does not fit): the cluster
 * has no secret, so no handshake starts.
 */
export interface SecretError {
  readonly secret: 'trust' | 'client-certificate';
  /** Why Envoy rejects it, in its own words. */
  readonly message: string;
  /** The field of the Secret or ConfigMap. */
  readonly at: FieldRef;
  /** The transport failure that the access log shows for every request; the client gets `status`. */
  readonly transportFailure: string;
  readonly status: number;
}

/**
 * `file`: a file of the proxy's own, whose content no manifest tells. `none`: the data plane takes any certificate; `reason` says
 * which setting, or lack of one, does that.
 */
export type TrustSource =
  | { readonly kind: 'bundle'; readonly material: Material; readonly from: FieldRef }
  | { readonly kind: 'system'; readonly from: FieldRef }
  | { readonly kind: 'file'; readonly path: string; readonly from: FieldRef }
  | { readonly kind: 'none'; readonly from?: FieldRef; readonly reason: string };

export interface ClientCertificate {
  readonly chain: Material;
  readonly key: Material;
  readonly from: FieldRef;
}

/** Findings carry the control plane's own texts. */
export interface Programmed {
  readonly upstream: UpstreamTls;
  readonly findings: readonly Finding[];
}
