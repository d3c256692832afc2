import type { Finding } from '../model/index.ts';
import { buildOutcome } from './build-outcome.ts';
import type { HandshakeFindingCode } from './findings.ts';
import { handshakeFindings } from './findings/handshake-findings.ts';
import { judgeHandshake, type JudgedHandshake } from './judge-handshake.ts';
import type { HandshakeRequest } from './request.ts';
import { buildSteps, draftSteps } from './steps/build-steps.ts';
import type { Handshake } from './types.ts';
import { isStream } from './stream-answer.ts';
import { wireMessages } from './wire-messages.ts';

/** A handshake with everything that it shows to be wrong. */
export interface ExaminedHandshake {
  readonly handshake: Handshake;
  readonly findings: readonly Finding<HandshakeFindingCode>[];
}

/**
 * The eleven steps of one connection and how it ends, for the gateway that it is programmed into, with the findings
 * that follow. Private keys are proven by a signature; nothing is guessed: what is not known makes a step "not checked"
 * and names what is missing.
 */
export async function examineHandshake(request: HandshakeRequest): Promise<ExaminedHandshake> {
  const judged = await judgeHandshake(request);
  return { handshake: tell(request, judged), findings: handshakeFindings(judged.context) };
}

/** The handshake alone: see {@link examineHandshake}. */
export async function runHandshake(request: HandshakeRequest): Promise<Handshake> {
  return (await examineHandshake(request)).handshake;
}

function tell(request: HandshakeRequest, { context, course }: JudgedHandshake): Handshake {
  const { programmed } = request;
  const { implementation, version } = programmed;
  const drafts = draftSteps(context);
  const messages = wireMessages(
    context.result,
    isStream(request),
    programmed.mode === 'blocked' ? programmed : undefined,
  );
  const steps = buildSteps(context, drafts, course, messages);
  return {
    connectionId: request.connection.id,
    implementation,
    version,
    steps,
    outcome: buildOutcome(request, context.result, course, steps, drafts),
    wire: messages.map(({ order, from, to, name, detail, happened }) => ({
      order,
      from,
      to,
      name,
      detail,
      happened,
    })),
  };
}
