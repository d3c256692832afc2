import type { FieldRef } from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';
import type { ClientCertificate, SanMatcher, Sourced } from '../types.ts';

/** Where Envoy is told to fetch a secret from instead of getting it from the control plane. */
export interface SdsSource {
  readonly scheme: string;
  readonly address: string;
  readonly secretName: string;
}

/** The CA certificates of one backend. `secretName` is the SDS secret Envoy asks the control plane for. */
export type Authority =
  | {
      readonly kind: 'inline';
      readonly secretName: string;
      readonly material: Material;
      readonly from: FieldRef;
    }
  | { readonly kind: 'system'; readonly secretName: string; readonly from: FieldRef }
  | {
      readonly kind: 'sds';
      readonly secretName: string;
      readonly sds: SdsSource;
      readonly from: FieldRef;
    };

/** The certificate Envoy presents, inline or from an SDS server. */
export type PresentedCertificate =
  | {
      readonly kind: 'inline';
      /** `namespace/name` of the Secret. */
      readonly secretName: string;
      readonly certificate: ClientCertificate;
    }
  | { readonly kind: 'sds'; readonly sds: SdsSource; readonly from: FieldRef };

/** What Envoy Gateway calls BackendTLSConfig: the client's side of the handshake. Absent fields are not written. */
export interface ClientSettings {
  readonly certificate?: PresentedCertificate;
  /** As written: `Auto`, `1.0` … `1.3`. */
  readonly minVersion?: Sourced<string>;
  readonly maxVersion?: Sourced<string>;
  readonly ciphers?: Sourced<readonly string[]>;
  readonly ecdhCurves?: Sourced<readonly string[]>;
  readonly signatureAlgorithms?: Sourced<readonly string[]>;
  /** An empty list turns ALPN off. */
  readonly alpnProtocols?: Sourced<readonly string[]>;
}

/** How the backend's certificate is verified. */
export interface ServerValidation {
  /** SNI written into the cluster. */
  readonly sni?: Sourced<string>;
  /** `autoSNIFromEndpointHostname: true`. */
  readonly sniFromEndpoint?: FieldRef;
  readonly subjectAltNames: readonly Sourced<SanMatcher>[];
  readonly authority?: Authority;
  /** `insecureSkipVerify: true`: nothing is verified. */
  readonly skipVerify?: FieldRef;
  /** The policy that took part. */
  readonly policyId?: string;
}

/** Everything Envoy Gateway writes about TLS to one backendRef; its intermediate `ir.TLSUpstreamConfig`. */
export interface TlsSettings {
  readonly validation: ServerValidation;
  readonly client: ClientSettings;
}
