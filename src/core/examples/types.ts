import type { ImplementationId, StepNumber } from '../model/index.ts';

/** The setups that work, and the ways in which the first of them can be broken. */
export type ExampleId =
  | 'ngf-mutual-tls'
  | 'kgateway-one-way'
  | 'kgateway-external'
  | 'envoy-gateway-mutual-tls'
  | BrokenTwinId;

/** One fault each, everything else as in `ngf-mutual-tls`. */
export type BrokenTwinId =
  | 'wrong-ca'
  | 'expired'
  | 'no-san'
  | 'missing-intermediate'
  | 'client-cert-not-trusted'
  | 'no-client-cert'
  | 'missing-ca-key';

/** One entry of the gallery. */
export interface Example {
  readonly id: ExampleId;
  readonly title: string;
  /** What is in it, one sentence. */
  readonly description: string;
  readonly implementation: ImplementationId;
  /** The gateway presents a certificate, too. */
  readonly mutual: boolean;
  readonly brokenTwinOf?: ExampleId;
  /** What the handshake is to show, in plain words. */
  readonly expected: string;
  /** Step of the guide's diagram that is the cause of the failure; null when nothing fails. */
  readonly failsAt: StepNumber | null;
}

/** Injected time (milliseconds since the epoch) and crypto. */
export interface ExampleContext {
  readonly now: number;
  readonly crypto: Crypto;
}

/** One YAML file of an example. */
export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}
