import type { StepNumber } from '../model/index.ts';
import type { Course } from './course.ts';
import type { ExchangeResult, GatewayReport } from './exchange/types.ts';
import type { HandshakeRequest } from './request.ts';
import type { StepDraft } from './steps/draft.ts';
import { isStream } from './stream-answer.ts';
import { statusText } from './text/status-text.ts';
import type { HandshakeStep, Outcome } from './types.ts';

/** The one answer: where it ends, what both logs say to the letter, what the client sees. */
export function buildOutcome(
  request: HandshakeRequest,
  result: ExchangeResult,
  course: Course,
  steps: readonly HandshakeStep[],
  drafts: ReadonlyMap<StepNumber, StepDraft>,
): Outcome {
  const warnings = course.stage === 'ok' ? countWarnings(steps, drafts) : 0;
  const knowsLogs = request.programmed.mode !== 'blocked' && hasKnownLogs(request, result);
  return {
    stage: course.stage,
    ...(course.cause !== undefined && { causeStep: course.cause }),
    ...(course.surfaces !== undefined && { surfacesAtStep: course.surfaces }),
    gatewayLog: knowsLogs ? withoutLevel(result.gatewayError) : null,
    backendLog: knowsLogs ? withoutLevel(result.backendError) : null,
    client: clientSees(request, result, course),
    ...(knowsLogs && result.report && { answer: answerOf(result.report) }),
    warnings,
    headline: headline(request, course, steps, { warnings, keys: keysElsewhere(steps, drafts) }),
  };
}

/** What a backend of unknown software sends when it refuses a client certificate is not known. */
function hasKnownLogs({ backend }: HandshakeRequest, { end }: ExchangeResult): boolean {
  return end !== 'client-certificate-alert' || backend.software !== 'unknown';
}

function withoutLevel(text: string | null): string | null {
  return text === null ? null : text.replace(/^\[\w+\] /, '');
}

function countWarnings(
  steps: readonly HandshakeStep[],
  drafts: ReadonlyMap<StepNumber, StepDraft>,
): number {
  const lines = [...drafts.values()].flatMap(({ warnings }) => warnings ?? []);
  const unproven = steps.filter(({ state }) => state === 'not-proven').length;
  return lines.length + unproven - keysElsewhere(steps, drafts);
}

/** Keys that no file can hold: nothing to repair, so they are told and are no warning. */
function keysElsewhere(
  steps: readonly HandshakeStep[],
  drafts: ReadonlyMap<StepNumber, StepDraft>,
): number {
  return steps.filter(
    ({ n, state }) => state === 'not-proven' && drafts.get(n)?.keyElsewhere === true,
  ).length;
}

function clientSees(
  request: HandshakeRequest,
  result: ExchangeResult,
  course: Course,
): Outcome['client'] {
  if (request.programmed.mode === 'blocked') return blockedAnswer(request);
  switch (result.end) {
    case 'gateway-config':
      return refusedMaterial(request);
    case 'backend-config':
      if (result.facts.backendFailure?.stops === 'unknown')
        return {
          status: null,
          text: 'An error: whether the backend starts with such files depends on its software',
        };
      break;
    case 'client-certificate-alert':
      if (request.backend.software === 'unknown')
        return { status: null, text: 'An error: how the backend refuses depends on its software' };
      break;
    case 'plaintext-to-tls':
      if (result.httpStatus === null) return { status: null, text: noBadRequest(request) };
      break;
    case 'unknown':
      return { status: null, text: 'Not checked' };
    default:
      break;
  }
  const status = result.httpStatus;
  const stream = isStream(request);
  if (course.stage === 'ok')
    return stream
      ? { status, text: 'The bytes of the backend' }
      : { status, text: statusText(200) };
  if (stream && status === null) return CLOSED_CONNECTION;
  const detail = result.httpDetail ?? '';
  if (status !== 400) return { status, text: detail };
  return { status, text: stream ? `400 ${detail}, where HTTP is inside` : `400 ${detail}` };
}

/** Plain HTTP on a TLS port of software that has no answer to it. */
function noBadRequest({ backend }: HandshakeRequest): string {
  return backend.software === 'unknown'
    ? 'An error: what the TLS port does with plain HTTP depends on its software'
    : 'An error: the backend closes the connection without an answer';
}

const CLOSED_CONNECTION = { status: null, text: 'Connection closed without a byte' };

function blockedAnswer(request: HandshakeRequest): Outcome['client'] {
  const { blockedStatus: status } = request.programmed;
  if (status === undefined)
    return { status: null, text: 'No connection: nothing of the gateway listens' };
  return isStream(request) ? CLOSED_CONNECTION : { status, text: statusText(status) };
}

function answerOf({ flags, details, body }: GatewayReport): NonNullable<Outcome['answer']> {
  return { flags, details, body };
}

/** A data plane that refuses its material goes on with what it had; a cluster that never had a secret answers itself. */
function refusedMaterial({ programmed, connection }: HandshakeRequest): Outcome['client'] {
  const status = programmed.secretError?.status;
  if (status !== undefined)
    return isStream({ connection }) ? CLOSED_CONNECTION : { status, text: statusText(status) };
  return { status: null, text: 'Nothing new: the gateway keeps its previous configuration' };
}

function headline(
  request: HandshakeRequest,
  course: Course,
  steps: readonly HandshakeStep[],
  { warnings, keys }: { readonly warnings: number; readonly keys: number },
): string {
  if (course.stage === 'not-checked') return 'Not checked';
  if (course.cause !== undefined) return `Fails at step ${course.cause}`;
  const told = `${warnings} warning${warnings === 1 ? '' : 's'}`;
  if (request.programmed.mode === 'plaintext')
    return warnings > 0 ? `Passes without TLS, with ${told}` : 'Passes without TLS';
  if (warnings > 0) return `Passes with ${told}`;
  if (keys > 0) return `Passes, ${keys === 1 ? 'key' : `${keys} keys`} not proven`;
  const applicable = steps.filter(({ state }) => state !== 'not-applicable').length;
  return `All ${applicable} steps pass`;
}
