import type { Certificate } from '../../pki/types.ts';
import type { AlertNumber } from '../../tls/alert-number.ts';
import type { ClientOffer } from '../../tls/offers.ts';
import type { HostCheck, VerifyResult } from '../../verify/types.ts';
import type { EndTexts } from './end-texts.ts';
import type { LoadedGateway } from './load-gateway.ts';
import type { ExchangeEnd, ExchangeFacts, ExchangeRequest } from './types.ts';

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
  readonly offer: (request: ExchangeRequest) => ClientOffer;
  readonly verifyServer: (question: ServerQuestion) => Promise<ServerVerdict>;
  /** What the gateway makes of the backend's certificate once TLS is negotiated; null when it is content. */
  readonly judge: (facts: ExchangeFacts) => ExchangeEnd | null;
  /** Whether that verdict comes inside the handshake, before the gateway's own certificate and Finished are sent. */
  readonly judgesInHandshake: boolean;
  /** Answer to the client and both logs. */
  readonly texts: (end: ExchangeEnd, facts: ExchangeFacts) => EndTexts;
}
