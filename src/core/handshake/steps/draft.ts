import type { Evidence, FieldRef, StepState } from '../../model/index.ts';
import type { IssuerTried, StepCheck } from '../types.ts';
import type { HandshakeRequest } from '../request.ts';
import type { ExchangeFacts, ExchangeResult } from '../exchange/types.ts';
import type { BackendServer } from '../../workload/types.ts';
import type { Gap } from '../gap.ts';
import type { HandshakeFields } from './parts.ts';

/** What a step would say taken by itself, before it is known whether the exchange gets there. */
export interface StepDraft {
  readonly state: Exclude<StepState, 'not-reached'>;
  readonly summary: string;
  readonly explanation: string;
  readonly evidence?: Evidence;
  readonly issuersTried?: readonly IssuerTried[];
  /** Fingerprints, leaf first. */
  readonly chain?: readonly string[];
  readonly fields?: readonly FieldRef[];
  readonly rule?: string;
  readonly checks?: readonly StepCheck[];
  /** Not proven is a key that no file can hold, and nothing else. */
  readonly keyElsewhere?: boolean;
  /** Short lines, one a warning. */
  readonly warnings?: readonly string[];
}

/** What every step is told. */
export interface StepContext {
  readonly request: HandshakeRequest;
  readonly facts: ExchangeFacts;
  readonly result: ExchangeResult;
  /** The backend in sentences: `secure-app`. */
  readonly backendName: string;
  /** The server block that answers; undefined when it is not known. */
  readonly server: BackendServer | undefined;
  readonly fields: HandshakeFields;
  readonly serverIssuers: readonly IssuerTried[];
  readonly clientIssuers: readonly IssuerTried[];
  /** What the workspace holds for a path that ends too early. */
  readonly serverGap: Gap | null;
  readonly clientGap: Gap | null;
}

/** A step that this connection does not have. */
export function notApplicable(summary: string, explanation: string): StepDraft {
  return { state: 'not-applicable', summary, explanation };
}

/** A step about which something is missing; `explanation` names it. */
export function notChecked(summary: string, explanation: string): StepDraft {
  return { state: 'not-checked', summary, explanation };
}

/** The fields that are there, each once. */
export function fieldList(...fields: readonly (FieldRef | undefined)[]): readonly FieldRef[] {
  const known = new Map<string, FieldRef>();
  for (const field of fields)
    if (field !== undefined) known.set(JSON.stringify([field.objectId, field.path]), field);
  return [...known.values()];
}
