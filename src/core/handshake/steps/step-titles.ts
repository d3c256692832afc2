import type { StepNumber } from '../../model/index.ts';
import type { Party } from '../types.ts';

export interface StepTitle {
  readonly n: StepNumber;
  readonly from: Party;
  readonly to: Party;
  readonly title: string;
}

/** The eleven arrows of the guide's sequence diagram, in its order. */
export const STEP_TITLES: readonly StepTitle[] = [
  { n: 1, from: 'client', to: 'gateway', title: 'Request' },
  { n: 2, from: 'gateway', to: 'backend', title: 'HTTPS request' },
  { n: 3, from: 'gateway', to: 'backend', title: 'Start TLS handshake' },
  { n: 4, from: 'backend', to: 'gateway', title: 'Request client certificate' },
  { n: 5, from: 'gateway', to: 'backend', title: 'Present client certificate' },
  { n: 6, from: 'backend', to: 'backend', title: 'Validate client certificate' },
  { n: 7, from: 'backend', to: 'gateway', title: 'Present backend certificate' },
  { n: 8, from: 'gateway', to: 'gateway', title: 'Validate backend certificate' },
  { n: 9, from: 'backend', to: 'gateway', title: 'Complete TLS handshake' },
  { n: 10, from: 'backend', to: 'gateway', title: 'HTTPS response' },
  { n: 11, from: 'gateway', to: 'client', title: 'Response' },
];
