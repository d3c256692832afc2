import type { BackendTarget, Connection } from '../../gateway-api/types.ts';
import type { NegotiatedTls } from '../../tls/negotiate.ts';
import type { UpstreamTls } from '../../implementations/types.ts';
import { withStop } from '../../gateway-api/wording/words.ts';
import { absenceFor, absentAnswerText } from '../absent-answer.ts';
import type { HandshakeRequest } from '../request.ts';
import { isStream } from '../stream-answer.ts';
import { fieldList, type StepContext, type StepDraft } from './draft.ts';

/** Step 1: the client's request reaches a listener and a rule of the route. */
export function requestStep({ request }: StepContext): StepDraft {
  const { listener, hostname, path, fields, routeKind } = request.connection;
  if (routeKind === 'TLSRoute') return streamStep(request.connection);
  const scheme = ['HTTPS', 'TLS'].includes(listener.protocol) ? 'https' : 'http';
  const method = routeKind === 'GRPCRoute' ? 'gRPC call to' : 'GET';
  return {
    state: 'passed',
    summary: `${method} ${scheme}://${hostname}${path} on listener ${listener.name}, port ${listener.port}`,
    explanation: `Listener ${listener.name} takes the host name and the route matches the path. The client side is not part of this handshake.`,
    fields,
    rule: 'Gateway API, HTTPRoute matching and precedence',
  };
}

/** The gateway ends the client's TLS session and passes on what is inside, whatever protocol that is. */
function streamStep({ listener, hostname, fields }: Connection): StepDraft {
  return {
    state: 'passed',
    summary: `TLS connection for ${hostname} on listener ${listener.name}, port ${listener.port}`,
    explanation: `Listener ${listener.name} ends the client's TLS connection and the route matches its server name. The client side is not part of this handshake.`,
    fields,
    rule: 'Gateway API, TLSRoute on a listener with mode Terminate',
  };
}

/** Step 2: the gateway chooses the upstream, and TLS for it when a policy says so. No request is sent yet. */
export function upstreamStep(context: StepContext): StepDraft {
  const { connection, programmed, describe } = context.request;
  const route = describe({ objectId: connection.routeId, path: [] });
  const target = `${route} to ${targetText(connection.backend)}`;
  const fields = fieldList(connection.backend.reference.from, programmed.policy);
  switch (programmed.mode) {
    case 'tls': {
      const by = programmed.policy === undefined ? '' : ` by ${policyName(context)}`;
      return unlessLoaded(programmed, {
        state: 'passed',
        summary: `${target}, TLS${by}`,
        explanation: `The gateway chooses ${targetText(connection.backend)} and a TLS connection to it. Nothing of the request is sent yet.`,
        fields,
        rule: 'GEP-1897, BackendTLSPolicy',
      });
    }
    case 'blocked':
      return blockedStep(programmed, fields);
    case 'plaintext':
      return plaintextStep(context, target);
    default:
      return programmed.mode satisfies never;
  }
}

/** Without a status no client gets as far as a request: its listener, or all of its route, is left out. */
function blockedStep(
  { blockedStatus, reason }: UpstreamTls,
  fields: NonNullable<StepDraft['fields']>,
): StepDraft {
  const why = withStop(reason ?? 'no reason is known');
  return {
    state: 'failed',
    summary: reason ?? 'the gateway refuses this backend',
    explanation:
      blockedStatus === undefined
        ? `No request gets as far as this backend: ${why}`
        : `The control plane does not program this backend: ${why}`,
    fields,
    rule:
      blockedStatus === undefined
        ? 'Gateway API, listeners and routes that are not programmed'
        : 'GEP-1897, status of a BackendTLSPolicy that cannot be used',
  };
}

/** What is right but does not run: the data plane stays with what it had. */
function unlessLoaded({ notLoaded }: UpstreamTls, draft: StepDraft): StepDraft {
  if (notLoaded === undefined) return draft;
  return {
    ...draft,
    state: draft.state === 'passed' ? 'warning' : draft.state,
    warnings: ['the gateway does not load this'],
    summary: `${draft.summary}, not loaded`,
    explanation: `${draft.explanation} This does not run yet: ${notLoaded}.`,
  };
}

function plaintextStep({ request, result }: StepContext, target: string): StepDraft {
  const { connection, programmed } = request;
  const why = programmed.reason ?? `no BackendTLSPolicy targets ${targetText(connection.backend)}`;
  const nobody = absenceText(request);
  if (nobody !== null)
    return { state: 'failed', ...nobody, fields: fieldList(connection.backend.reference.from) };
  const failed = result.end === 'plaintext-to-tls';
  const plain = isStream(request) ? 'bytes without TLS' : 'plain HTTP';
  const speaks = isStream(request) ? 'passes the bytes on without TLS' : 'speaks plain HTTP';
  return unlessLoaded(programmed, {
    state: failed ? 'failed' : 'passed',
    summary: failed ? `${plain} to a TLS port: ${why}` : `${target}, ${plain}`,
    explanation: `The gateway ${speaks}: ${withStop(why)}`,
    ...(failed && {
      evidence: {
        expected: { label: 'The port speaks', value: 'TLS' },
        found: { label: 'The gateway sends', value: plain, detail: why },
      },
    }),
    fields: fieldList(connection.backend.reference.from),
    rule: 'GEP-1897: without a BackendTLSPolicy the gateway does not start TLS',
  });
}

/** Step 3: ClientHello with the server name, versions and ciphers. */
export function startTlsStep(context: StepContext): StepDraft {
  const { request, facts } = context;
  const { sni, policy } = request.programmed;
  const name = facts.sni === null ? 'no SNI' : `SNI ${facts.sni}`;
  const draft = {
    state: 'passed' as const,
    summary: `${name}, ${versionsText(facts.offer.versions)}`,
    explanation: `${serverNameText(context)}${withoutPodsText(request)}`,
    fields: fieldList(sni?.from, policy, context.server?.fields.server),
    rule: 'RFC 8446, section 4.1.2; RFC 6066, section 3',
  };
  const failure = startFailure(context);
  return failure === null ? draft : { ...draft, state: 'failed', ...failure };
}

type StepTexts = Pick<StepDraft, 'summary' | 'explanation'>;

/** Nobody answers on the port, TLS or not; null when somebody does. */
function absenceText(request: HandshakeRequest): StepTexts | null {
  const absence = absenceFor(request);
  if (absence === undefined) return null;
  switch (absence.kind) {
    case 'not-listening':
      return {
        summary: absence.text,
        explanation: 'No process of the backend opens this port, so the connection is refused.',
      };
    case 'no-endpoint':
      return {
        summary: 'the Service has no endpoint for the port',
        explanation: `${absence.text}. ${absentAnswerText(request)}`,
      };
    case 'not-ready':
      return {
        summary: 'no endpoint of the Service is ready',
        explanation: `${absence.text}. ${absentAnswerText(request)}`,
      };
    case 'exits':
      return {
        summary: 'the backend does not start',
        explanation: `Its process gives up: ${absence.text}. Its pods never get ready. ${absentAnswerText(request)}`,
      };
    case 'not-created':
      return {
        summary: 'the backend does not start',
        explanation: `The kubelet does not create its container: ${absence.text}. ${absentAnswerText(request)}`,
      };
    default:
      return absence.kind satisfies never;
  }
}

/** The files may not hold all workloads: what happens when the cluster has none either. */
function withoutPodsText(request: HandshakeRequest): string {
  const { backend, connection } = request;
  const isUnseen = backend.workloadId === undefined && backend.origin === 'none';
  return isUnseen && connection.backend.kind === 'service'
    ? ` No pod behind the Service is among the files. If the cluster has none either: ${absentAnswerText(request, false)}`
    : '';
}

function startFailure({ result, facts, request, backendName }: StepContext): StepTexts | null {
  switch (result.end) {
    case 'backend-config':
    case 'connection-refused':
      return absenceText(request);
    case 'tls-to-plaintext':
      return {
        summary: 'the port answers in plain HTTP',
        explanation: `${backendName} takes the ClientHello for an HTTP request and answers in plain text.`,
      };
    case 'server-name-rejected':
      return {
        summary: `${backendName} refuses the server name ${facts.sni ?? ''}`.trim(),
        explanation: `The server block that this name selects has ssl_reject_handshake on.`,
      };
    case 'no-shared-version':
      return {
        summary: 'no TLS version that both sides allow',
        explanation: `${backendName} answers with the alert protocol_version.`,
      };
    case 'no-shared-group':
      return {
        summary: 'no key exchange group that both sides have',
        explanation: `${backendName} answers with the alert handshake_failure.`,
      };
    case 'no-application-protocol':
      return {
        summary: 'no application protocol that both sides have',
        explanation: `${backendName} knows none of ${(facts.offer.alpn ?? []).join(', ')} and answers with the alert no_application_protocol.`,
      };
    case 'no-shared-cipher':
      return {
        summary: 'no cipher that both sides have and the certificate can authenticate',
        explanation: `${backendName} answers with the alert handshake_failure.`,
      };
    default:
      return null;
  }
}

function serverNameText({ facts, request }: StepContext): string {
  if (facts.sni !== null) {
    const by = request.programmed.policy === undefined ? '' : ', the host name of the policy';
    return `The gateway asks for ${facts.sni}${by}.`;
  }
  const none = facts.request.gateway.name === '' && facts.engine.id !== 'nginx';
  return none
    ? 'The gateway sends no server name, because none is configured.'
    : 'The gateway sends no server name: an address literal is no SNI value.';
}

/** `TLS 1.2 or 1.3`. */
export function versionsText(versions: readonly string[]): string {
  if (versions.length === 0) return 'no TLS version';
  return `TLS ${versions.map(versionNumber).join(' or ')}`;
}

function versionNumber(version: string): string {
  return version.replace(/^TLSv?/i, '').replace(/^1$/, '1.0');
}

/** `TLS 1.3, AES-256-GCM`. */
export function negotiatedText({ version, cipher }: NegotiatedTls): string {
  const match = /(AES)_?(128|256)[-_](GCM)|CHACHA20/.exec(cipher);
  const short =
    match?.[1] === undefined ? (match ? 'ChaCha20-Poly1305' : cipher) : `AES-${match[2] ?? ''}-GCM`;
  return `TLS ${versionNumber(version)}, ${short}`;
}

/** `Service port 8443`, `api.example.com port 443`. */
export function targetText(backend: BackendTarget): string {
  switch (backend.kind) {
    case 'service':
      return `${backend.target.kind} ${backend.target.name} port ${backend.port}`;
    case 'external':
      return `${backend.host} port ${backend.port}`;
    case 'missing':
      return `${backend.target.kind} ${backend.target.name}`;
    default:
      return backend satisfies never;
  }
}

function policyName({ request }: StepContext): string {
  const { policy } = request.programmed;
  return policy === undefined ? '' : request.describe({ objectId: policy.objectId, path: [] });
}
