import type { Connection } from '../gateway-api/types.ts';
import type { UpstreamTls } from '../implementations/types.ts';
import type { FieldRef } from '../model/index.ts';
import type { Certificate } from '../pki/types.ts';
import type { SignatureChecker } from '../verify/types.ts';
import type { BackendTls } from '../workload/types.ts';

/** A certificate that lies somewhere in the workspace, placed in a manifest or not. */
export interface WorkspaceCertificate {
  readonly certificate: Certificate;
  /** Where it lies: `backend-cert / ca.crt`, `widgits-ca-renewed.pem`. */
  readonly label: string;
  /** Id of the object or blob that holds it. */
  readonly id: string;
  /** True when no manifest holds it. */
  readonly unplaced?: boolean;
}

/** Everything that one handshake is made of. */
export interface HandshakeRequest {
  readonly connection: Connection;
  readonly programmed: UpstreamTls;
  readonly backend: BackendTls;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly checkSignature: SignatureChecker;
  readonly crypto: Crypto;
  readonly workspaceCertificates: readonly WorkspaceCertificate[];
  /** A field for people: `backend-cert / ca.crt`; with an empty path the object, `ConfigMap backend-cert`. */
  readonly describe: (field: FieldRef) => string;
  /** PEM of the system trust list, when a policy asks for it and it has been loaded. */
  readonly systemRoots?: string;
}
