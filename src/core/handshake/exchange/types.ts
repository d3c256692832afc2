import type { Certificate } from '../../pki/types.ts';
import type { AlertNumber } from '../../tls/alert-number.ts';
import type { NegotiatedTls } from '../../tls/negotiate.ts';
import type { ClientOffer } from '../../tls/offers.ts';
import type { OwnPair } from '../../verify/loading/index.ts';
import type { HostCheck, SignatureChecker, VerifyEvent, VerifyResult } from '../../verify/types.ts';
import type { NginxProfile } from './profile.ts';
import type {
  BackendFailure,
  BackendSide,
  ConfigFailure,
  ExchangeEnd,
  GatewaySide,
  LoadedGateway,
  LoadedServer,
  NegotiationOutcome,
} from './sides.ts';

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
  readonly backendFailure: BackendFailure | null;
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

/** What the client gets and what both logs say, levels included. */
export interface EndTexts {
  readonly httpStatus: number | null;
  readonly httpDetail: string | null;
  readonly gatewayError: string | null;
  readonly backendError: string | null;
  /** Absent for nginx. */
  readonly report?: GatewayReport;
}

/** What a gateway makes of the backend's chain. */
export interface ServerVerdict {
  /** Null when the chain is not verified, or nothing is known to verify it with. */
  readonly chain: VerifyResult | null;
  /** Made whether or not the chain verifies; null when no name is checked. */
  readonly name: HostCheck | null;
  /** What its library says and sends when it refuses; absent for nginx, which words that itself and sends nothing. */
  readonly refusal?: ServerRefusal;
}

export interface ServerRefusal {
  readonly reason: string;
  readonly alert: AlertNumber;
}

/** The backend's chain, and what the gateway has loaded to judge it. */
export interface ServerQuestion {
  readonly request: ExchangeRequest;
  readonly loaded: LoadedGateway;
  /** Leaf first; never empty. */
  readonly peerChain: readonly [Certificate, ...Certificate[]];
}

/**
 * How one data plane reads its files, what it offers, how it judges the backend's certificate and what it says then.
 * The order of its verdicts is {@link GatewayEngine.judge}.
 */
export interface GatewayEngine {
  readonly id: 'nginx' | 'envoy' | 'rustls';
  readonly load: (request: ExchangeRequest) => Promise<LoadedGateway>;
  readonly offer: (request: Pick<ExchangeRequest, 'gateway' | 'profile'>) => ClientOffer;
  readonly verifyServer: (question: ServerQuestion) => Promise<ServerVerdict>;
  /** What the gateway makes of the backend's certificate once TLS is negotiated; null when it is content. */
  readonly judge: (facts: ExchangeFacts) => ExchangeEnd | null;
  /** Whether that verdict comes inside the handshake, before the gateway's own certificate and Finished are sent. */
  readonly judgesInHandshake: boolean;
  /** Answer to the client and both logs. */
  readonly texts: (end: ExchangeEnd, facts: ExchangeFacts) => EndTexts;
}
