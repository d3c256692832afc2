/** What the fault menu can break, in its order: the backend's side, the gateway's, the policy. */
export const FAULT_IDS = [
  'wrong-ca',
  'expired',
  'not-yet-valid',
  'missing-intermediate',
  'wrong-host-name',
  'no-client-certificate',
  'wrong-client-ca',
  'policy-deleted',
] as const;

export type FaultId = (typeof FAULT_IDS)[number];

/** One entry of the fault menu. */
export interface FaultOffer {
  readonly id: FaultId;
  readonly title: string;
  /** What is changed, in one sentence. */
  readonly does: string;
  /** Why it makes no sense for this connection; null when it can be tried. */
  readonly refusal: string | null;
}
