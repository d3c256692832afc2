import { STEP_TITLES } from './steps/step-titles.ts';
import type { Handshake } from './types.ts';

export interface UncheckedRequest {
  readonly connectionId: string;
  readonly implementation: Handshake['implementation'];
  readonly version: string;
  /** One sentence: why nothing can be said. */
  readonly reason: string;
}

/** The handshake of a gateway whose verdicts this build does not give: eleven steps that say so. */
export function uncheckedHandshake(request: UncheckedRequest): Handshake {
  const { connectionId, implementation, version, reason } = request;
  return {
    connectionId,
    implementation,
    version,
    steps: STEP_TITLES.map((title) => ({
      ...title,
      state: 'not-checked',
      summary: 'not checked',
      explanation: reason,
      issuersTried: [],
      chain: [],
      fields: [],
      checks: [],
      wire: [],
    })),
    outcome: {
      stage: 'not-checked',
      gatewayLog: null,
      backendLog: null,
      client: { status: null, text: 'Not checked' },
      warnings: 0,
      headline: 'Not checked',
    },
    wire: [],
  };
}
