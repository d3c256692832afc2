import { withAbsentAnswer } from './absent-answer.ts';
import { courseOf, type Course } from './course.ts';
import { runExchange } from './exchange/run-exchange.ts';
import type { ExchangeFacts, ExchangeResult } from './exchange/types.ts';
import { findGap } from './gap.ts';
import type { HandshakeRequest } from './request.ts';
import type { StepContext } from './steps/draft.ts';
import { issuersTried, type IssuersRequest } from './steps/issuers-tried.ts';
import { isStream, withoutHttpAnswer } from './stream-answer.ts';
import { toExchange } from './to-exchange.ts';
import { answeringServer, handshakeFields, placeLabels } from './steps/parts.ts';

/** One handshake judged: what steps, findings and outcome are told from. */
export interface JudgedHandshake {
  readonly context: StepContext;
  readonly course: Course;
}

/** Plays the exchange, then gathers what the steps need to tell it. */
export async function judgeHandshake(request: HandshakeRequest): Promise<JudgedHandshake> {
  const exchanged = withAbsentAnswer(request, await runExchange(toExchange(request)));
  const result = isStream(request) ? withoutHttpAnswer(exchanged) : exchanged;
  const context = await contextOf(request, result);
  return { context, course: courseOf(request.programmed.mode, result) };
}

async function contextOf(request: HandshakeRequest, result: ExchangeResult): Promise<StepContext> {
  const { facts } = result;
  const server = answeringServer(request, facts);
  const backendName = request.connection.backend.target.name;
  return {
    request,
    facts,
    result,
    backendName,
    server,
    fields: handshakeFields(request, server),
    ...(await bothIssuers(request, facts, backendName, placeLabels(request, server))),
  };
}

async function bothIssuers(
  request: HandshakeRequest,
  facts: ExchangeFacts,
  backendName: string,
  labels: ReturnType<typeof placeLabels>,
): Promise<Pick<StepContext, 'serverIssuers' | 'clientIssuers' | 'serverGap' | 'clientGap'>> {
  const common = {
    workspace: request.workspaceCertificates,
    at: request.at,
    checkSignature: request.checkSignature,
  };
  const server: IssuersRequest = {
    ...common,
    check: facts.serverCheck,
    labels: { anchors: labels.trust, peer: labels.serverChain },
    trustedBy: 'this policy',
  };
  const client: IssuersRequest = {
    ...common,
    check: facts.clientCheck,
    labels: { anchors: labels.clientCa, peer: labels.clientChain },
    trustedBy: backendName,
  };
  const clientAnchors = facts.server?.clientAnchors ?? [];
  return {
    serverIssuers: await issuersTried(server),
    clientIssuers: await issuersTried(client),
    serverGap: await findGap({ ...server, anchors: facts.anchors ?? [] }),
    clientGap: await findGap({ ...client, anchors: clientAnchors }),
  };
}
