import type { StepNumber } from '../model/index.ts';
import type { ExchangeFacts, ExchangeResult } from './exchange/types.ts';
import { serverKeyProblem } from './server-key-problem.ts';

/** Which step decides, where that shows, and which steps happen at all. */
export interface Course {
  readonly stage: 'config' | 'tcp' | 'tls' | 'http' | 'ok' | 'not-checked';
  readonly cause?: StepNumber;
  readonly surfaces?: StepNumber;
  readonly reached: ReadonlySet<StepNumber>;
}

const ALL: readonly StepNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const UP_TO_HELLO: readonly StepNumber[] = [1, 2, 3];
const WITHOUT_TLS: readonly StepNumber[] = [1, 2, 10, 11];
const HELLO_FAILS: Course = failing('tls', 3, 3, UP_TO_HELLO);

/**
 * How far an exchange gets in wire order, told in the guide's numbers. With nginx TLS completes (4 to 7 and 9) before the
 * gateway looks at the backend's certificate (8); Envoy and agentgateway judge it as soon as they have it (7), before
 * they show their own (5). A client certificate that an nginx backend refuses (5, 6) shows in the response (10).
 */
export function courseOf(
  mode: 'plaintext' | 'tls' | 'blocked',
  { end, facts }: ExchangeResult,
): Course {
  if (mode === 'blocked') return failing('config', 2, 11, [1, 2]);
  if (mode === 'plaintext' && isUnreachable(end)) return failing('tcp', 2, 2, [1, 2]);
  switch (end) {
    case 'ok':
      return { stage: 'ok', reached: new Set(mode === 'plaintext' ? WITHOUT_TLS : ALL) };
    case 'unknown':
      return { stage: 'not-checked', reached: new Set(ALL) };
    case 'gateway-config':
    case 'backend-config':
      return configCourse(end, facts);
    case 'plaintext-to-tls':
      return failing('http', 2, 10, WITHOUT_TLS);
    case 'no-shared-cipher':
    case 'no-signature-algorithm':
      return serverKeyProblem(facts) !== null
        ? failing('tls', 7, 3, [...UP_TO_HELLO, 7])
        : HELLO_FAILS;
    case 'server-chain':
    case 'server-name-mismatch':
    case 'server-curve':
    case 'server-key-usage':
      return failing('tls', 8, 8, untilJudged(facts));
    case 'client-curve':
      return failing('tls', 5, 9, [1, 2, 3, 4, 5, 7, 8]);
    case 'client-certificate-missing':
      return failing('http', 5, 10, ALL);
    case 'client-certificate-refused':
      return failing('http', 6, 10, ALL);
    case 'client-certificate-alert':
      return failing('tls', facts.clientChain.length === 0 ? 5 : 6, 9, [1, 2, 3, 4, 5, 6, 7, 8]);
    default:
      return helloCourse(end);
  }
}

/** What has crossed the wire when the gateway refuses the backend's certificate. */
function untilJudged({ engine }: ExchangeFacts): readonly StepNumber[] {
  return engine.judgesInHandshake ? [1, 2, 3, 4, 7, 8] : [1, 2, 3, 4, 5, 6, 7, 8, 9];
}

function isUnreachable(end: ExchangeResult['end']): boolean {
  return end === 'connection-refused' || end === 'backend-config';
}

type HelloEnd = Extract<
  ExchangeResult['end'],
  | 'connection-refused'
  | 'closed-in-handshake'
  | 'reset-in-handshake'
  | 'timeout-in-handshake'
  | 'tls-to-plaintext'
  | 'no-shared-version'
  | 'no-shared-group'
  | 'no-application-protocol'
  | 'server-name-rejected'
>;

/** Nothing but the ClientHello, if that, has crossed the wire. */
function helloCourse(end: HelloEnd): Course {
  switch (end) {
    case 'connection-refused':
    case 'closed-in-handshake':
    case 'reset-in-handshake':
    case 'timeout-in-handshake':
      return failing('tcp', 3, 3, UP_TO_HELLO);
    case 'tls-to-plaintext':
    case 'no-shared-version':
    case 'no-shared-group':
    case 'no-application-protocol':
    case 'server-name-rejected':
      return HELLO_FAILS;
    default:
      return end satisfies never;
  }
}

/** A gateway that cannot load its files answers nothing new; a backend that cannot does not listen. */
function configCourse(end: 'gateway-config' | 'backend-config', facts: ExchangeFacts): Course {
  if (end === 'gateway-config') {
    const cause = facts.gatewayFailure?.role === 'pair' ? 5 : 8;
    return failing('config', cause, cause, [cause]);
  }
  if (facts.backendFailure === null) return failing('config', 3, 3, UP_TO_HELLO);
  const cause = facts.backendFailure.role === 'pair' ? 7 : 6;
  return failing('config', cause, 3, [1, 2, cause]);
}

function failing(
  stage: Course['stage'],
  cause: StepNumber,
  surfaces: StepNumber,
  reached: readonly StepNumber[],
): Course {
  return { stage, cause, surfaces, reached: new Set(reached) };
}
