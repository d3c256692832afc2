import type { Certificate, CertificateRevocationList } from '../../pki/types.ts';
import type { NegotiationFailure } from '../../tls/negotiate.ts';
import type { TlsVersion } from '../../tls/tls-version.ts';
import type { LoadFailure, LoadedFile, OwnPair } from '../../verify/loading/index.ts';
import type { SanMatcher } from '../../verify/envoy/san-matcher.ts';
import type { VerifyClient } from '../../workload/types.ts';

/** Certificate and key as files; both directives may name the same file, as NGINX Gateway Fabric's do. */
export interface PairFiles {
  readonly certificate: LoadedFile;
  readonly key: LoadedFile;
}

/** The `proxy_ssl_*` directives of one location, or what stands for them in another data plane. */
export interface GatewaySide {
  readonly scheme: 'http' | 'https';
  readonly verify: boolean;
  /** `proxy_ssl_server_name`. */
  readonly sendServerName: boolean;
  /** `proxy_ssl_name`: the SNI and the name that X509_check_host gets. */
  readonly name: string;
  readonly depth: number;
  readonly trust?: LoadedFile;
  readonly pair?: PairFiles;
  /** `proxy_ssl_protocols` and `proxy_ssl_ciphers` when they are set. */
  readonly versions?: readonly TlsVersion[];
  readonly ciphers?: string;
  /** Names that any one subject alternative name has to match; empty or absent: none is checked. Not used by nginx. */
  readonly matchers?: readonly SanMatcher[];
  readonly alpn?: readonly string[];
  /** Groups and signature algorithms offered. */
  readonly groups?: readonly string[];
  readonly schemes?: readonly string[];
  /** Material that the control plane's own check already found to be refused by the data plane. */
  readonly refused?: {
    readonly role: ConfigFailure['role'];
    readonly text: string;
    /** What every connection fails with then. */
    readonly transportFailure: string;
  };
}

/** One `server` block that listens with TLS. */
export interface ServerBlock {
  readonly names: readonly string[];
  readonly isDefault: boolean;
  /** `ssl_reject_handshake`. */
  readonly reject: boolean;
  /** Absent when nobody has said what this server presents. */
  readonly pair?: { readonly certificate: LoadedFile; readonly key?: LoadedFile };
  readonly verifyClient: VerifyClient;
  readonly clientCa?: LoadedFile;
  readonly depth: number;
  readonly versions?: readonly TlsVersion[];
  readonly ciphers?: string;
  readonly alpn?: readonly string[];
  readonly schemes?: readonly string[];
}

/**
 * Which TLS library a strict server runs: they differ in what they choose and in what a refused client gets.
 * `openssl` is OpenSSL told to end the handshake (`-verify_return_error`); Node drops the connection instead.
 */
export type StrictSoftware = 'openssl' | 'node' | 'go';

/**
 * Whose way to read files and whose words a backend has: its server's, its library's, or nobody's that is known.
 * `echo-basic` is the Gateway API's echo server, written in Go.
 */
export type BackendLoader = 'nginx' | StrictSoftware | 'echo-basic' | 'unknown';

/** What listens on the backend's port. `strict` servers end the handshake when they refuse a client certificate. */
export type BackendSide =
  | {
      readonly kind:
        'refuses-connection' | 'closes' | 'resets' | 'silent' | 'plaintext' | 'unknown';
    }
  /** There is nobody to connect to. */
  | { readonly kind: 'absent'; readonly log: string | null }
  | { readonly kind: 'nginx'; readonly servers: readonly ServerBlock[] }
  | {
      readonly kind: 'strict';
      readonly servers: readonly ServerBlock[];
      /** `openssl` when absent. */
      readonly software?: StrictSoftware;
      /** What reads its files, where that is more or less than the library; `software` when absent. */
      readonly loader?: 'echo-basic' | 'unknown';
    };

/** Why a configuration is not loaded, and which of its files it is. */
export interface ConfigFailure {
  readonly role: 'pair' | 'trust';
  readonly failure: LoadFailure;
}

/** A file that a program refuses. */
export interface Refusal {
  readonly failure: LoadFailure;
  /** Whether `failure.text` is what the program or its library says; else it says what is wrong in our words. */
  readonly isQuoted: boolean;
  /** What the program writes when it gives up; null when that depends on the program. */
  readonly log: string | null;
  /** Whether the process gives up at start; `unknown` when it may run and fail later. */
  readonly stops: 'yes' | 'unknown';
}

/** Files that the backend's software refuses, and which of them. */
export interface BackendFailure extends ConfigFailure, Refusal {
  readonly loader: BackendLoader;
}

export interface LoadedGateway {
  readonly failure: ConfigFailure | null;
  readonly pair: OwnPair | null;
  /** Null when they did not load or nobody has told them. */
  readonly anchors: readonly Certificate[] | null;
  /** Revocation lists among them, for data planes that read these there. */
  readonly crls?: readonly CertificateRevocationList[];
}

/** A chosen server block with its files read. */
export interface LoadedServer {
  readonly block: ServerBlock;
  readonly pair: Pick<OwnPair, 'chain' | 'keyProof'> | null;
  /** Null when client certificates are verified against something that nobody has told. */
  readonly clientAnchors: readonly Certificate[] | null;
  /** Sentences: why either is not known although its files are there, or what was passed over in them. */
  readonly remarks: { readonly pair?: string; readonly clientCa?: string };
}

export type NegotiationOutcome = NegotiationFailure | 'not-tls' | 'unknown';

/** Why an exchange ends without the backend's answer. */
export type ExchangeEnd =
  | 'ok'
  | 'gateway-config'
  | 'backend-config'
  | 'connection-refused'
  | 'closed-in-handshake'
  | 'reset-in-handshake'
  | 'timeout-in-handshake'
  | 'plaintext-to-tls'
  | 'tls-to-plaintext'
  | 'no-shared-version'
  | 'no-shared-cipher'
  | 'no-shared-group'
  | 'no-signature-algorithm'
  | 'no-application-protocol'
  | 'server-name-rejected'
  | 'client-certificate-alert'
  /** An OpenSSL server refuses, in TLS 1.2, a client key on a curve that the client did not offer. */
  | 'client-curve'
  /** BoringSSL on the backend's leaf: its curve, its key usage. */
  | 'server-curve'
  | 'server-key-usage'
  | 'server-chain'
  | 'server-name-mismatch'
  | 'client-certificate-missing'
  | 'client-certificate-refused'
  /** The backend presents something that nobody has told. */
  | 'unknown';
