import type { PkiFindingCode } from '../findings.ts';
import type { MaterialProblem } from '../inspect-material.ts';
import type { PrivateKeyReading } from '../keys/read-private-key.ts';
import type { SniffedKind } from '../sniff.ts';
import type { Certificate } from '../types.ts';

/** What keeps a file as a whole from being read. Params are public text. */
export interface FileProblem {
  readonly code: PkiFindingCode;
  readonly params: Readonly<Record<string, string>>;
}

/** A certificate request (RFC 2986), as far as a person needs to recognise it. */
export interface RequestSummary {
  readonly subject: string;
  /** `EC P-256`. */
  readonly key: string;
  readonly publicKey: Certificate['publicKey'];
}

/** A revocation list (RFC 5280 §5). Times are milliseconds since the epoch. */
export interface CrlSummary {
  readonly issuer: string;
  readonly thisUpdate: number | null;
  readonly nextUpdate: number | null;
}

/** What one dropped file holds. `pem` and `keys` are secret when the file is. */
export interface BlobContents {
  readonly kind: SniffedKind;
  /** In a word, the most useful thing in it. */
  readonly content:
    | 'certificates'
    | 'private-key'
    | 'certificates-and-key'
    | 'locked'
    | 'certificate-request'
    | 'crl'
    | 'not-understood';
  /** A password would open (more of) it. */
  readonly locked: boolean;
  /** Certificates and keys as PEM text, encrypted keys as they are. */
  readonly pem: string;
  readonly certificates: readonly Certificate[];
  readonly keys: readonly PrivateKeyReading[];
  readonly requests: readonly RequestSummary[];
  readonly crls: readonly CrlSummary[];
  /** Of the PEM text; ranges count in the file when it is PEM. */
  readonly problems: readonly MaterialProblem[];
  /** Why the file is not read, or not read whole. */
  readonly fileProblem?: FileProblem;
}

/** Outcome of opening a file with a password. `message` is the problem as sentences. */
export type UnlockResult =
  | { readonly ok: true; readonly pem: string }
  | {
      readonly ok: false;
      readonly reason: 'wrong-password' | 'unsupported';
      readonly problem: FileProblem;
      readonly message: string;
    };
