import type { Certificate } from '../../pki/types.ts';
import type { ClientOffer } from '../../tls/offers.ts';
import type { HostCheck, VerifyRequest, VerifyResult } from '../../verify/types.ts';
import type { EndTexts } from './end-texts.ts';
import type { LoadedGateway } from './load-gateway.ts';
import type { ExchangeEnd, ExchangeFacts, ExchangeRequest, GatewaySide } from './types.ts';

/** Verifies a chain; what the libraries of `core/verify` have in common. */
export type ChainVerifier = (request: VerifyRequest) => Promise<VerifyResult>;

/**
 * How one data plane reads its files, what it offers, how it judges the backend's certificate and what it says then.
 * The order of its verdicts is {@link GatewayEngine.judge}.
 */
export interface GatewayEngine {
  readonly id: 'nginx' | 'envoy' | 'rustls';
  readonly load: (request: ExchangeRequest) => Promise<LoadedGateway>;
  readonly offer: (request: ExchangeRequest) => ClientOffer;
  readonly verifyChain: ChainVerifier;
  /** Null when no name is checked. */
  readonly checkName: (leaf: Certificate, side: GatewaySide) => HostCheck | null;
  /** What the gateway makes of the backend's certificate once TLS is negotiated; null when it is content. */
  readonly judge: (facts: ExchangeFacts) => ExchangeEnd | null;
  /** Whether that verdict comes inside the handshake, before the gateway's own certificate and Finished are sent. */
  readonly judgesInHandshake: boolean;
  /** Answer to the client and both logs. */
  readonly texts: (end: ExchangeEnd, facts: ExchangeFacts) => EndTexts;
}
