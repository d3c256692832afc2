import { clientEnd } from '../exchange/conclude-exchange.ts';
import { badRequestTitle, type BadRequestEnd } from '../exchange/bad-request.ts';
import type { ExchangeEnd } from '../exchange/sides.ts';
import { isStream } from '../stream-answer.ts';
import { dataPlaneWords } from './data-plane-words.ts';
import { notChecked, type StepContext, type StepDraft } from './draft.ts';
import { negotiatedText } from './request-steps.ts';

/** Step 9: both Finished messages. Only nginx gets here before it looks at the backend's certificate. */
export function completeTlsStep({ facts, backendName }: StepContext): StepDraft {
  const { negotiated } = facts;
  const words = dataPlaneWords(facts.engine);
  if (typeof negotiated === 'string')
    return notChecked(
      'not known whether TLS completes',
      `What ${backendName} presents is not known.`,
    );
  return {
    state: 'passed',
    summary: negotiatedText(negotiated),
    explanation: words.completes,
    rule: words.completesRule,
  };
}

const CAUSES = {
  'plaintext-to-tls': 2,
  'client-certificate-missing': 5,
  'client-certificate-refused': 6,
} as const;

/** Step 10: the backend answers. Its own answer cannot be told; what an nginx backend answers instead of it can. */
export function httpResponseStep(context: StepContext): StepDraft {
  const end = endAtBackend(context);
  if (
    end === 'plaintext-to-tls' ||
    end === 'client-certificate-missing' ||
    end === 'client-certificate-refused'
  )
    return badRequestStep(context, end);
  if (end !== 'ok')
    return notChecked('not known', 'It depends on steps that could not be checked.');
  return isStream(context.request)
    ? {
        state: 'passed',
        summary: 'what the application answers',
        explanation: `The bytes of the client reach ${context.backendName} and are answered.`,
      }
    : {
        state: 'passed',
        summary: '200 OK, or what the application answers',
        explanation: `The request reaches ${context.backendName} and is answered.`,
      };
}

/** Step 11: the client gets the answer of step 10, or the gateway's own. */
export function responseStep(context: StepContext): StepDraft {
  const answer = httpResponseStep(context);
  if (answer.state === 'failed')
    return {
      state: 'failed',
      summary: `client gets 400 ${context.result.httpDetail ?? ''}`.trim(),
      explanation: 'The gateway passes the answer of the backend through and logs nothing.',
    };
  if (answer.state !== 'passed') return answer;
  return { ...answer, explanation: 'The gateway passes the answer of the backend to the client.' };
}

/** What the backend would make of the request, had the gateway not left before. */
function endAtBackend({ result, facts }: StepContext): ExchangeEnd {
  const left = [
    'server-chain',
    'server-name-mismatch',
    'server-curve',
    'server-key-usage',
  ].includes(result.end);
  return left ? (clientEnd(facts) ?? 'ok') : result.end;
}

function badRequestStep(
  { facts, request, backendName }: StepContext,
  end: BadRequestEnd,
): StepDraft {
  const title = badRequestTitle(end, facts);
  const because = `because of step ${CAUSES[end]}`;
  if (title !== null)
    return {
      state: 'failed',
      summary: `answers 400 ${title}, ${because}`,
      explanation: `${backendName} answers the request itself: 400 ${title}. The reason stands in its log only.`,
      rule:
        request.backend.software === 'nginx'
          ? 'nginx codes 495, 496 and 497, sent as 400'
          : 'Go net/http Server on a TLS listener',
    };
  const isKnown = request.backend.software !== 'unknown';
  return {
    state: 'failed',
    summary: isKnown
      ? `closes the connection, ${because}`
      : `no answer of the application, ${because}`,
    explanation: isKnown
      ? `${backendName} takes the request for a broken TLS record and closes the connection without an answer.`
      : `${backendName} waits for a ClientHello and gets a request. What it does then depends on its software, which is not known.`,
  };
}
