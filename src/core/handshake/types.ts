import type {
  Evidence,
  FieldRef,
  ImplementationId,
  StepNumber,
  StepState,
} from '../model/index.ts';

export type Party = 'client' | 'gateway' | 'backend';

/** Which verdict a candidate issuer got, worded for reading; ids point into `Analysis.certificates`. */
export interface IssuerTried {
  readonly certificateId: string;
  /** The certificate whose issuer was looked for. */
  readonly issuerOf: string;
  readonly from: string;
  readonly state: 'used' | 'rejected' | 'would-fit';
  readonly reasons: readonly string[];
}

export interface HandshakeStep {
  readonly n: StepNumber;
  readonly from: Party;
  readonly to: Party;
  /** Short imperative title: `Validate backend certificate`. */
  readonly title: string;
  readonly state: StepState;
  /** `decisive`: ends the connection. `also`: a true failure that no log would show. */
  readonly role?: 'decisive' | 'also';
  /** What this step would have said, for steps that were not reached. */
  readonly wouldBe?: { readonly state: StepState; readonly text: string };
  /** One line for the row: `no trusted issuer found`. */
  readonly summary: string;
  /** A short paragraph for the inspector. */
  readonly explanation: string;
  readonly evidence?: Evidence;
  readonly issuersTried: readonly IssuerTried[];
  /** Certificates shown with the step, leaf first. */
  readonly chain: readonly string[];
  readonly fields: readonly FieldRef[];
  /** The rule that decided, with its paragraph. */
  readonly rule?: string;
  readonly checks: readonly StepCheck[];
  readonly wire: readonly WireMessage[];
}

export interface StepCheck {
  readonly title: string;
  readonly state: StepState;
  readonly detail: string;
}

/** What really crosses the wire, in TLS order. */
export interface WireMessage {
  /** Position in the wire order of the whole handshake. */
  readonly order: number;
  readonly from: Party;
  readonly to: Party;
  readonly name: string;
  readonly detail: string;
  readonly happened: boolean;
}

export interface Outcome {
  readonly stage: 'config' | 'tcp' | 'tls' | 'http' | 'ok' | 'not-checked';
  readonly causeStep?: StepNumber;
  readonly surfacesAtStep?: StepNumber;
  /** Exact log line text, without time stamp and request suffix; null when it logs nothing. */
  readonly gatewayLog: string | null;
  readonly backendLog: string | null;
  /** Status the client sees; null when there is none (or not known). */
  readonly client: { readonly status: number | null; readonly text: string };
  /** What Envoy's access log and the answer's body say beside; absent where there is nothing of the kind. */
  readonly answer?: {
    /** `%RESPONSE_FLAGS%`: `UF`. */
    readonly flags: string | null;
    /** `%RESPONSE_CODE_DETAILS%`. */
    readonly details: string | null;
    /** Body of the gateway's own answer. */
    readonly body: string | null;
  };
  readonly warnings: number;
  /** `Fails at step 8`, `Passes with 1 warning`, `Passes, key not proven`, `Not checked`. */
  readonly headline: string;
}

export interface Handshake {
  readonly connectionId: string;
  readonly implementation: ImplementationId | null;
  readonly version: string;
  readonly steps: readonly HandshakeStep[];
  readonly outcome: Outcome;
  /** TLS order, for the "wire order" view. */
  readonly wire: readonly WireMessage[];
}
