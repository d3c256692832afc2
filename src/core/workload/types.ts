import type { BackendSoftware, FieldRef, Finding } from '../model/index.ts';
import type { Material } from '../pki/types.ts';
import type { WorkloadFindingCode } from './findings.ts';

/** Why nothing answers on the port, in the words of whoever says so. */
export interface Absence {
  /**
   * The process gives up at start, the kubelet does not create the container, the process listens elsewhere, or the Service
   * has no endpoint for the port, or none that is ready.
   */
  readonly kind: 'exits' | 'not-created' | 'not-listening' | 'no-endpoint' | 'not-ready';
  readonly text: string;
}

export type VerifyClient = 'off' | 'on' | 'optional' | 'optional_no_ca';

/** One certificate, key and client CA a backend process would use for a given SNI. */
export interface BackendServer {
  /** `server_name` values; empty for the default server. */
  readonly names: readonly string[];
  readonly isDefault: boolean;
  readonly chain?: Material;
  readonly key?: Material;
  readonly verifyClient: VerifyClient;
  readonly clientCa?: Material;
  readonly verifyDepth: number;
  readonly protocols?: readonly string[];
  readonly ciphers?: string;
  /** Fields that decided each part. */
  readonly fields: {
    readonly chain?: FieldRef;
    readonly key?: FieldRef;
    readonly verifyClient?: FieldRef;
    readonly clientCa?: FieldRef;
    readonly server?: FieldRef;
  };
  /** Where the server block stands: path in the container and 1-based line. */
  readonly where?: { readonly file: string; readonly line: number };
  /** `ssl_reject_handshake on`: alert unrecognized_name instead of a certificate. */
  readonly rejectsHandshake?: boolean;
}

/** A data key that the process reads as a file, and that its object does not have. */
export interface WantedKey {
  readonly part: 'certificate' | 'key' | 'authority';
  /** Of the Secret or ConfigMap, which itself may be missing. */
  readonly objectKey: string;
  readonly dataKey: string;
}

export type BackendOrigin = 'nginx' | 'environment' | 'assigned' | 'none';

/** What stands behind a Service port or an external host. Unknown parts are named, never guessed. */
export interface BackendTls {
  /** `assigned` when the user said so, `nginx` when read from its configuration, `environment` from a container's variables. */
  readonly origin: BackendOrigin;
  readonly mode: 'tls' | 'plaintext' | 'unknown';
  /** What ends the TLS connections, as read, recognised by its image or assigned. */
  readonly software: BackendSoftware | 'unknown';
  readonly servers: readonly BackendServer[];
  /** Id of the Deployment, StatefulSet, DaemonSet or Pod that the selector matches. */
  readonly workloadId?: string;
  /** What an assignment would name: workload key, or `host:name:port`. */
  readonly assignmentTarget: string;
  /** Nothing answers, whatever certificates there are. */
  readonly absence?: Absence;
  /** Keys whose files the process does not find, in the order in which it reads them; absent when there is none. */
  readonly wanted?: readonly WantedKey[];
  /** What is missing to say more, in plain words. */
  readonly unknowns: readonly string[];
  readonly findings: readonly Finding<WorkloadFindingCode>[];
}
