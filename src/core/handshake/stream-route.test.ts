import { expect, it } from 'vitest';
import { testRequest } from './handshake.testing.ts';
import { issueCast, mutualSetup } from './play.testing.ts';
import { runHandshake } from './run-handshake.ts';

it('tells of a TLSRoute that the gateway ends the TLS connection of the client', async () => {
  const request = testRequest(mutualSetup(await issueCast()));
  const listener = {
    gatewayId: 'gateway',
    index: 0,
    name: 'tls',
    port: 443,
    protocol: 'TLS',
    tlsMode: 'Terminate',
  } as const;
  const connection = { ...request.connection, routeKind: 'TLSRoute', listener } as const;
  const { steps } = await runHandshake({ ...request, connection });
  expect(steps[0]?.summary).toBe(
    'TLS connection for secure-app.example.com on listener tls, port 443',
  );
  expect(steps[0]?.explanation).toContain("ends the client's TLS connection");
});
