import { beforeAll, describe, expect, it } from 'vitest';
import type { UpstreamTls } from '../implementations/types.ts';
import type { BackendTls } from '../workload/types.ts';
import { testRequest } from './handshake.testing.ts';
import { issueCast, mutualSetup, play, type Cast } from './play.testing.ts';
import { examineHandshake } from './run-handshake.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await issueCast();
});
const mutual = () => mutualSetup(cast);

const silent = {
  absence: { kind: 'not-listening', text: 'nothing listens on port 9443' },
} as const;
const text = '[emerg] cannot load certificate "/tls/tls.cert"';
const exits = { absence: { kind: 'exits', text } } as const;
const nothing = {
  absence: { kind: 'no-endpoint', text: 'Deployment web has no container port named tls' },
} as const;

type Upstream = Pick<UpstreamTls, 'implementation' | 'version'>;
const NGF: Upstream = { implementation: 'nginx-gateway-fabric', version: '2.7' };
const EG: Upstream = { implementation: 'envoy-gateway', version: '1.9' };
const KGATEWAY: Upstream = { implementation: 'kgateway', version: '2.4' };
const AGENTGATEWAY: Upstream = { implementation: 'agentgateway', version: '1.3' };

describe('a backend that nobody can connect to', () => {
  it('refuses the connection when nothing listens on the port', async () => {
    const run = await play({ ...mutual(), workload: silent });
    expect(run.outcome).toMatchObject({
      stage: 'tcp',
      causeStep: 3,
      client: { status: 502, text: '502 Bad Gateway' },
      gatewayLog: 'connect() failed (111: Connection refused) while connecting to upstream',
    });
    expect(run.step(3)).toMatchObject({
      role: 'decisive',
      summary: 'nothing listens on port 9443',
    });
    expect(run.step(8)?.state).toBe('not-reached');
  });

  it('refuses plain HTTP as well', async () => {
    const upstream = { mode: 'plaintext' as const };
    const run = await play({ ...mutual(), upstream, workload: silent });
    expect(run.outcome).toMatchObject({ causeStep: 2, client: { status: 502 } });
    expect(run.step(2)?.summary).toBe('nothing listens on port 9443');
    expect(run.step(3)?.state).toBe('not-reached');
  });

  const REFUSED =
    'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure';
  const DELAYED = 'delayed connect error: Connection refused';

  it.each<readonly [Upstream, string, string | null]>([
    [EG, DELAYED, REFUSED],
    [{ ...EG, version: '1.8.0' }, DELAYED, `${REFUSED}, transport failure reason: ${DELAYED}`],
    [KGATEWAY, DELAYED, REFUSED],
    [
      AGENTGATEWAY,
      'upstream call failed: Connect: Connection refused (os error 111)',
      'upstream call failed: Connect: Connection refused (os error 111)',
    ],
  ])('is told by %o in its own words', async (upstream, gatewayLog, body) => {
    const { outcome } = await play({ ...mutual(), upstream, workload: silent });
    expect(outcome).toMatchObject({ client: { status: 503 }, gatewayLog, answer: { body } });
  });

  it.each([
    [exits.absence, 'the backend does not start', text.replace('[emerg] ', '')],
    [
      { kind: 'not-created', text: 'references non-existent secret key: cert' } as const,
      'the backend does not start',
      null,
    ],
    [nothing.absence, 'the Service has no endpoint for the port', null],
  ])('ends at step 3: %o', async (absence, summary, backendLog) => {
    const run = await play({ ...mutual(), workload: { absence } });
    expect(run.outcome).toMatchObject({ stage: 'config', causeStep: 3, backendLog });
    expect(run.step(3)).toMatchObject({ state: 'failed', summary });
    expect(run.step(3)?.explanation).toContain(absence.text);
    expect(run.step(11)?.summary).toBe('client gets 502 Bad Gateway instead');
  });
});

/** Status and text for the client, log of the gateway, flags, details and body of its answer. */
async function answer(
  upstream: Partial<UpstreamTls>,
  workload: Partial<BackendTls>,
): Promise<readonly (string | number | null)[]> {
  const { outcome } = await play({ ...mutual(), upstream, workload });
  const { client, gatewayLog, answer: own } = outcome;
  const told = own === undefined ? [] : [own.flags, own.details, own.body];
  return [client.text, gatewayLog, ...told];
}

describe('a backend without a ready endpoint', () => {
  const NOT_TLS =
    'SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream';
  const UNAVAILABLE = '503 Service Unavailable';

  it('is a server of its own that speaks plain HTTP with NGINX Gateway Fabric', async () => {
    const plain = { ...NGF, mode: 'plaintext' as const };
    for (const workload of [exits, nothing]) {
      expect(await answer(NGF, workload)).toEqual(['502 Bad Gateway', NOT_TLS]);
      expect(await answer(plain, workload)).toEqual(['503 Service Temporarily Unavailable', null]);
    }
  });

  it('is a direct response with Envoy Gateway, unless the pod keeps an address', async () => {
    const direct = [UNAVAILABLE, 'direct_response', null, 'direct_response', null];
    expect(await answer(EG, nothing)).toEqual(direct);
    expect(await answer({ ...EG, version: '1.5' }, exits)).toEqual(direct);
    expect(await answer(EG, exits)).toEqual([
      UNAVAILABLE,
      'delayed connect error: Connection refused',
      'UF',
      'upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused}',
      'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure',
    ]);
  });

  it('is an empty cluster with kgateway', async () => {
    const empty = [UNAVAILABLE, 'no_healthy_upstream', 'UH', 'no_healthy_upstream'];
    for (const workload of [exits, nothing])
      expect(await answer(KGATEWAY, workload)).toEqual([...empty, 'no healthy upstream']);
  });

  it('is no healthy backend with agentgateway', async () => {
    const text = 'no healthy backends';
    for (const workload of [exits, nothing])
      expect(await answer(AGENTGATEWAY, workload)).toEqual([UNAVAILABLE, text, null, null, text]);
  });

  it('says in the step what the gateway does about it', async () => {
    const run = await play({ ...mutual(), upstream: EG, workload: exits });
    expect(run.step(3)?.explanation).toBe(
      `Its process gives up: ${text}. Its pods never get ready. Envoy Gateway keeps the addresses of pods that are not ready. With no other left Envoy connects to them all the same, and is refused.`,
    );
  });

  it('is connected to by Envoy Gateway alone while it has endpoints that are not ready', async () => {
    const unready = {
      absence: { kind: 'not-ready', text: 'No endpoint of Service app is ready' },
    } as const;
    const passes = await play({ ...mutual(), upstream: EG, workload: unready });
    expect(passes.outcome.headline).toBe('All 11 steps pass');
    const before = await answer({ ...EG, version: '1.5' }, unready);
    expect(before).toEqual([UNAVAILABLE, 'direct_response', null, 'direct_response', null]);
    const run = await play({ ...mutual(), upstream: KGATEWAY, workload: unready });
    expect(run.step(3)).toMatchObject({
      summary: 'no endpoint of the Service is ready',
      explanation:
        'No endpoint of Service app is ready. The cluster of the backend stays empty, so Envoy finds no healthy upstream.',
    });
  });

  it('refuses the connection when it is reached by the name of its Service', async () => {
    const request = testRequest({ ...mutual(), upstream: KGATEWAY, workload: nothing });
    const { target, reference } = request.connection.backend;
    const external = {
      kind: 'external',
      target,
      reference,
      host: 'app.default.svc',
      port: 443,
    } as const;
    const connection = { ...request.connection, backend: external };
    const { handshake } = await examineHandshake({ ...request, connection });
    expect(handshake.outcome).toMatchObject({
      client: { status: 503 },
      gatewayLog: 'delayed connect error: Connection refused',
      answer: { flags: 'UF' },
    });
  });

  it.each([
    [NGF, null],
    [EG, 'UH'],
    [KGATEWAY, 'UH'],
    [AGENTGATEWAY, null],
  ])('closes the connection of a TLSRoute: %o', async (upstream, flags) => {
    const request = testRequest({ ...mutual(), upstream, workload: nothing });
    const connection = { ...request.connection, routeKind: 'TLSRoute' } as const;
    const { handshake } = await examineHandshake({ ...request, connection });
    const { client, answer: own } = handshake.outcome;
    expect(client).toEqual({ status: null, text: 'Connection closed without a byte' });
    expect(own?.flags ?? null).toBe(flags);
    expect(own?.body ?? null).toBeNull();
  });

  it('is told of as a chance where no pod is among the files', async () => {
    const unseen = { mode: 'unknown', origin: 'none', servers: [] } as const;
    const run = await play({ ...mutual(), upstream: EG, workload: unseen });
    expect(run.outcome.headline).toBe('Not checked');
    expect(run.step(3)?.explanation).toContain(
      'No pod behind the Service is among the files. If the cluster has none either: Envoy Gateway has Envoy answer 503 without a cluster.',
    );
  });
});
