import type { Certificate } from '../../pki/types.ts';
import type { AlertNumber } from '../../tls/alert-number.ts';
import type { NegotiatedTls, NegotiationFailure } from '../../tls/negotiate.ts';
import type { ClientOffer } from '../../tls/offers.ts';
import type { TlsVersion } from '../../tls/tls-version.ts';
import type { LoadedFile, LoadFailure, OwnPair } from '../../verify/loading/index.ts';
import type { SanMatcher } from '../../verify/envoy/san-matcher.ts';
import type { HostCheck, SignatureChecker, VerifyEvent, VerifyResult } from '../../verify/types.ts';
import type { VerifyClient } from '../../workload/types.ts';
import type { GatewayEngine, ServerRefusal } from './engine.ts';
import type { NginxProfile } from './profile.ts';

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
  readonly refused?: { readonly role: ConfigFailure['role']; readonly text: string };
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

/** What listens on the backend's port. `strict` servers end the handshake when they refuse a client certificate. */
export type BackendSide =
  | {
      readonly kind:
        'refuses-connection' | 'closes' | 'resets' | 'silent' | 'plaintext' | 'unknown';
    }
  | { readonly kind: 'nginx'; readonly servers: readonly ServerBlock[] }
  | {
      readonly kind: 'strict';
      readonly servers: readonly ServerBlock[];
      /** `openssl` when absent. */
      readonly software?: StrictSoftware;
    };

/** Everything that one exchange is made of. */
export interface ExchangeRequest {
  readonly gateway: GatewaySide;
  readonly backend: BackendSide;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly checkSignature: SignatureChecker;
  readonly crypto: Crypto;
  /** The nginx build of the backend, and of the gateway when that is nginx. */
  readonly profile: NginxProfile;
  /** The data plane of the gateway; nginx when absent. */
  readonly engine?: GatewayEngine;
}

/** Why a configuration is not loaded, and which of its files it is. */
export interface ConfigFailure {
  readonly role: 'pair' | 'trust';
  readonly failure: LoadFailure;
}

/** A chosen server block with its files read. */
export interface LoadedServer {
  readonly block: ServerBlock;
  readonly pair: Pick<OwnPair, 'chain' | 'keyProof'> | null;
  /** Null when client certificates are verified against something that nobody has told. */
  readonly clientAnchors: readonly Certificate[] | null;
}

/**
 * Everything that can be known about one exchange, whether or not the exchange gets that far: the verdict is drawn
 * from it in wire order, and the steps after the decisive one say from it what they would have done.
 */
export interface ExchangeFacts {
  readonly request: ExchangeRequest;
  readonly engine: GatewayEngine;
  /** What the gateway's ClientHello says. */
  readonly offer: ClientOffer;
  readonly gatewayFailure: ConfigFailure | null;
  readonly backendFailure: ConfigFailure | null;
  /** What the gateway trusts; null when it did not load or is not known. */
  readonly anchors: readonly Certificate[] | null;
  readonly gatewayPair: OwnPair | null;
  /** The SNI on the wire; null when none is sent. */
  readonly sni: string | null;
  /** Null when the backend has no TLS server or its blocks did not load. */
  readonly server: LoadedServer | null;
  readonly negotiated: NegotiatedTls | NegotiationOutcome;
  /** What the gateway answers to a certificate request; empty when it has nothing that fits. */
  readonly clientChain: readonly Certificate[];
  /** The gateway's verdict on the backend's chain; null without a chain or with verification off. */
  readonly serverCheck: VerifyResult | null;
  /** The name check on the backend's leaf, made whether or not the chain verifies; null when no name is checked. */
  readonly hostCheck: HostCheck | null;
  /** What the gateway's library says about either; null when it is content, and for nginx. */
  readonly serverRefusal: ServerRefusal | null;
  /** The backend's verdict on the gateway's chain; null when none is asked for or none is sent. */
  readonly clientCheck: VerifyResult | null;
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

/** One recorded exchange: the columns of a replay row, and the facts behind them. */
export interface ExchangeResult {
  readonly end: ExchangeEnd;
  readonly stage: 'gateway-config' | 'backend-config' | 'request';
  readonly ok: boolean;
  readonly httpStatus: number | null;
  readonly httpDetail: string | null;
  /** With its log level: `[error] upstream SSL certificate verify error: …`. */
  readonly gatewayError: string | null;
  readonly gatewayErrorCode: VerifyEvent | null;
  readonly backendError: string | null;
  readonly backendErrorCode: VerifyEvent | null;
  /** What the verify callback saw; null when nothing was verified. */
  readonly gatewayTrace: readonly VerifyEvent[] | null;
  readonly backendTrace: readonly VerifyEvent[] | null;
  readonly sni: string | null;
  readonly hostCheck: 'match' | 'no match' | null;
  readonly tls: NegotiatedTls | null;
  /** `$ssl_client_verify` and `$ssl_client_s_dn` when the backend logged a request. */
  readonly clientVerify: string | null;
  readonly clientSubject: string | null;
  /** What Envoy and agentgateway say beyond the status. */
  readonly report?: GatewayReport;
  readonly facts: ExchangeFacts;
}

/** How a gateway that is not nginx tells the end of an exchange. */
export interface GatewayReport {
  /** What its TLS library says; null when no TLS error was queued. */
  readonly transportFailure: string | null;
  /** Envoy's `%RESPONSE_FLAGS%` and `%RESPONSE_CODE_DETAILS%`. */
  readonly flags: string | null;
  readonly details: string | null;
  /** Body of the gateway's own answer to the client. */
  readonly body: string | null;
  /** True when the gateway had already finished the handshake. */
  readonly afterHandshake: boolean;
  /** The alert that the gateway sends, when it is the one that breaks off. */
  readonly sends: AlertNumber | null;
}
