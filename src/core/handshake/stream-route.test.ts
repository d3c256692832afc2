import { beforeAll, describe, expect, it } from 'vitest';
import type { UpstreamTls } from '../implementations/types.ts';
import { testRequest, without, type TestSetup } from './handshake.testing.ts';
import { issueCast, mutualSetup, type Cast } from './play.testing.ts';
import { runHandshake } from './run-handshake.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await issueCast();
});

const listener = {
  gatewayId: 'gateway',
  index: 0,
  name: 'tls',
  port: 443,
  protocol: 'TLS',
  tlsMode: 'Terminate',
} as const;

function stream(setup: TestSetup) {
  const request = testRequest(setup);
  const connection = { ...request.connection, routeKind: 'TLSRoute', listener } as const;
  return runHandshake({ ...request, connection });
}

const CLOSED = { status: null, text: 'Connection closed without a byte' };
const GATEWAYS: readonly (readonly [string, Partial<UpstreamTls>])[] = [
  ['nginx', {}],
  [
    'Envoy',
    {
      implementation: 'envoy-gateway',
      version: '1.9',
      sanMatchers: [{ value: { san: 'dns', match: 'exact', value: 'secure-app.example.com' } }],
      verifyNames: [],
    },
  ],
  ['agentgateway', { implementation: 'agentgateway', version: '1.3' }],
];

it('tells of a TLSRoute that the gateway ends the TLS connection of the client', async () => {
  const { steps, outcome, wire } = await stream(mutualSetup(cast));
  expect(steps[0]?.summary).toBe(
    'TLS connection for secure-app.example.com on listener tls, port 443',
  );
  expect(steps[0]?.explanation).toContain("ends the client's TLS connection");
  expect(steps[9]?.summary).toBe('what the application answers');
  expect(outcome).toMatchObject({
    stage: 'ok',
    client: { status: null, text: 'The bytes of the backend' },
  });
  expect(wire.filter(({ name }) => name.includes('HTTP'))).toEqual([]);
  expect(wire.at(-1)).toMatchObject({ name: 'Bytes of the backend', detail: '', happened: true });
});

describe.each(GATEWAYS)('a TLSRoute through %s', (_name, upstream) => {
  it('ends with a closed connection where the backend is not trusted', async () => {
    const trust = cast.otherRoot.certificatePem;
    const { steps, outcome, wire } = await stream({ ...mutualSetup(cast), trust, upstream });
    expect(outcome).toMatchObject({ causeStep: 8, client: CLOSED });
    expect(outcome.answer?.body ?? null).toBeNull();
    expect(outcome.answer?.details ?? null).toBeNull();
    expect(steps[10]?.summary).toBe('client gets a closed connection instead');
    expect(wire.at(-1)).toMatchObject({ name: 'End of connection', detail: '', happened: true });
  });

  it('ends with a closed connection where the control plane refuses the backend', async () => {
    const blocked = { mode: 'blocked', blockedStatus: 500, reason: 'refused' } as const;
    const { steps, outcome, wire } = await stream({
      ...mutualSetup(cast),
      upstream: { ...upstream, ...blocked },
    });
    expect(outcome.client).toEqual(CLOSED);
    expect(steps[10]?.summary).toBe('client gets a closed connection instead');
    expect(wire.map(({ name }) => name)).toEqual(['Bytes of the client', 'End of connection']);
  });

  it('passes on the 400 of a backend that speaks HTTP inside', async () => {
    const { outcome } = await stream({ ...without(mutualSetup(cast), 'client'), upstream });
    expect(outcome.client).toEqual({
      status: 400,
      text: '400 No required SSL certificate was sent, where HTTP is inside',
    });
  });
});

it('passes bytes without TLS where no policy targets the backend', async () => {
  const workload = { mode: 'plaintext' as const, servers: [] };
  const { steps } = await stream({
    ...mutualSetup(cast),
    upstream: { mode: 'plaintext' },
    workload,
  });
  expect(steps[1]?.summary).toMatch(/, bytes without TLS$/);
});
