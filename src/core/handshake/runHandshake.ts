import { buildOutcome } from './buildOutcome.ts';
import { judgeHandshake } from './judgeHandshake.ts';
import type { HandshakeRequest } from './request.ts';
import { buildSteps, draftSteps } from './steps/buildSteps.ts';
import { toExchange } from './toExchange.ts';
import type { Handshake } from './types.ts';
import { uncheckedHandshake } from './uncheckedHandshake.ts';
import { wireMessages } from './wireMessages.ts';

/**
 * The eleven steps of one connection and how it ends, for the gateway that it is programmed into. Private keys are
 * proven by a signature; nothing is guessed: what is not known makes a step "not checked" and names what is missing.
 */
export async function runHandshake(request: HandshakeRequest): Promise<Handshake> {
  const { implementation, version } = request.programmed;
  if (implementation !== 'nginx-gateway-fabric')
    return uncheckedHandshake({
      connectionId: request.connection.id,
      implementation,
      version,
      reason: 'Verdicts of this gateway are not part of this build.',
    });
  const { context, course } = await judgeHandshake(request, toExchange);
  const drafts = draftSteps(context);
  const messages = wireMessages(context.result);
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
