import type { StepNumber } from '../../model/index.ts';
import { absentAnswerText } from '../absent-answer.ts';
import type { Course } from '../course.ts';
import type { HandshakeRequest } from '../request.ts';
import { CLOSED, isStream } from '../stream-answer.ts';
import { statusText } from '../text/status-text.ts';
import type { HandshakeStep, WireMessage } from '../types.ts';
import { completeTlsStep, httpResponseStep, responseStep } from './answer-steps.ts';
import { presentClientStep, requestClientStep } from './client-steps.ts';
import { notApplicable, type StepContext, type StepDraft } from './draft.ts';
import { presentServerStep } from './present-server-step.ts';
import { requestStep, startTlsStep, upstreamStep } from './request-steps.ts';
import { STEP_TITLES, type StepTitle } from './step-titles.ts';
import { validateClientStep } from './validate-client-step.ts';
import { validateServerStep } from './validate-server-step.ts';

const DRAFTERS: Readonly<Record<StepNumber, (context: StepContext) => StepDraft>> = {
  1: requestStep,
  2: upstreamStep,
  3: startTlsStep,
  4: requestClientStep,
  5: presentClientStep,
  6: validateClientStep,
  7: presentServerStep,
  8: validateServerStep,
  9: completeTlsStep,
  10: httpResponseStep,
  11: responseStep,
};

/** A wire message that belongs to a step. */
export interface StepMessage extends WireMessage {
  readonly step: StepNumber;
}

/** Every step with what it says taken by itself. */
export function draftSteps(context: StepContext): ReadonlyMap<StepNumber, StepDraft> {
  const withoutTls = context.request.programmed.mode !== 'tls';
  return new Map(
    STEP_TITLES.map(({ n }) => {
      const inTls = n >= 3 && n <= 9;
      const draft =
        withoutTls && inTls
          ? notApplicable('no TLS is started', 'The gateway does not start TLS to this backend.')
          : DRAFTERS[n](context);
      return [n, draft] as const;
    }),
  );
}

/** The eleven steps in the guide's order: each draft, placed in the course that the exchange takes. */
export function buildSteps(
  context: StepContext,
  drafts: ReadonlyMap<StepNumber, StepDraft>,
  course: Course,
  messages: readonly StepMessage[],
): readonly HandshakeStep[] {
  return STEP_TITLES.flatMap((title) => {
    const draft = drafts.get(title.n);
    if (draft === undefined) return [];
    const wire = messages.filter(({ step }) => step === title.n).map(plainMessage);
    return [{ ...base(title, draft, wire), ...placed(context, title.n, draft, course) }];
  });
}

function plainMessage({ order, from, to, name, detail, happened }: StepMessage): WireMessage {
  return { order, from, to, name, detail, happened };
}

function base(title: StepTitle, draft: StepDraft, wire: readonly WireMessage[]): HandshakeStep {
  return {
    ...title,
    state: draft.state,
    summary: draft.summary,
    explanation: draft.explanation,
    ...(draft.evidence && { evidence: draft.evidence }),
    issuersTried: draft.issuersTried ?? [],
    chain: draft.chain ?? [],
    fields: draft.fields ?? [],
    ...(draft.rule !== undefined && { rule: draft.rule }),
    checks: draft.checks ?? [],
    wire,
  };
}

function placed(
  context: StepContext,
  n: StepNumber,
  draft: StepDraft,
  course: Course,
): Partial<HandshakeStep> {
  if (n === course.cause) return { state: 'failed', role: 'decisive' };
  if (n === course.surfaces && n === 3) return { state: 'failed', ...silence(context) };
  if (!course.reached.has(n)) {
    const missed = notReached(context, n, draft);
    return missed.state === undefined
      ? missed
      : {
          summary: `because of step ${course.cause ?? ''}`,
          ...missed,
          explanation: missedText(n, course, missed.wouldBe?.text),
        };
  }
  const isAlso = draft.state === 'failed' && n < 10 && course.cause !== undefined;
  return isAlso ? { role: 'also', explanation: alsoText(n, draft) } : {};
}

/** Why a step did not happen, and what would follow. */
function missedText(n: StepNumber, { cause }: Course, would: string | undefined): string {
  const because = `Not reached, because of step ${cause ?? ''}.`;
  if (would === undefined) return because;
  return n === 11 ? `${because} The ${would}.` : `${because} Once that is repaired, it ${would}.`;
}

/** The gateway has left before the backend's refusal could show. */
function alsoText(n: StepNumber, { explanation }: StepDraft): string {
  return n === 5 || n === 6
    ? `${explanation} No log would say so: the gateway leaves first.`
    : explanation;
}

function silence({
  result,
  request,
  facts,
}: StepContext): Pick<StepDraft, 'summary' | 'explanation'> {
  if (result.end === 'backend-config' && facts.backendFailure?.stops !== 'unknown')
    return {
      summary: 'nothing answers: the backend does not start',
      explanation: `The pods never get ready. ${absentAnswerText(request)}`,
    };
  const text =
    result.end === 'backend-config'
      ? 'no handshake with the backend ends well'
      : 'the backend answers with the alert handshake_failure';
  return { summary: text, explanation: text };
}

function notReached(context: StepContext, n: StepNumber, draft: StepDraft): Partial<HandshakeStep> {
  const { mode } = context.request.programmed;
  if (mode !== 'tls' && n >= 3 && n <= 9)
    return context.result.end === 'ok' ? {} : { state: 'not-reached' };
  if (draft.state === 'not-applicable') return {};
  const wouldBe = wouldBeOf(context, n, draft);
  if (wouldBe === undefined) return { state: 'not-reached' };
  return { state: 'not-reached', wouldBe, summary: wouldBe.text };
}

function wouldBeOf(
  { result, request }: StepContext,
  n: StepNumber,
  draft: StepDraft,
): HandshakeStep['wouldBe'] {
  if (n === 11) {
    const status = statusInstead(result.httpDetail, request);
    return status === null ? undefined : { state: 'failed', text: `client gets ${status} instead` };
  }
  if (request.programmed.mode !== 'tls') return undefined;
  switch (draft.state) {
    case 'passed':
    case 'warning':
      return {
        state: draft.state,
        text: draft.state === 'passed' ? 'would pass' : 'would pass with a warning',
      };
    case 'failed':
      return {
        state: 'failed',
        text:
          n === 10 ? draft.summary.replace(/^answers/, 'would be') : `would fail: ${draft.summary}`,
      };
    case 'not-proven':
    case 'not-checked':
    case 'not-applicable':
      return undefined;
    default:
      return draft.state satisfies never;
  }
}

function statusInstead(detail: string | null, request: HandshakeRequest): string | null {
  const { mode, blockedStatus } = request.programmed;
  if (mode !== 'blocked') return detail;
  if (blockedStatus === undefined) return 'no connection';
  return isStream(request) ? CLOSED : statusText(blockedStatus);
}
