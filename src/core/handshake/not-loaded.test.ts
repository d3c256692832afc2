import { expect, it } from 'vitest';
import { testRequest } from './handshake.testing.ts';
import { issueCast, mutualSetup, play } from './play.testing.ts';
import { runHandshake } from './run-handshake.ts';

const notLoaded = 'nginx refuses the configuration of Gateway default/gw';

it('warns of settings that are right but that the data plane does not load', async () => {
  const request = testRequest(mutualSetup(await issueCast()));
  const { steps, outcome } = await runHandshake({
    ...request,
    programmed: { ...request.programmed, notLoaded },
  });
  expect([outcome.stage, outcome.headline]).toEqual(['ok', 'Passes with 1 warning']);
  expect(steps[1]).toMatchObject({ n: 2, state: 'warning' });
  expect(steps[1]?.summary).toContain(', not loaded');
  expect(steps[1]?.explanation).toContain(`This does not run yet: ${notLoaded}.`);
});

it('warns of a connection without TLS that is not loaded either', async () => {
  const upstream = { mode: 'plaintext', reason: 'No policy targets it.', notLoaded } as const;
  const workload = { mode: 'plaintext' as const, servers: [] };
  const run = await play({ ...mutualSetup(await issueCast()), upstream, workload });
  expect(run.outcome).toMatchObject({
    stage: 'ok',
    headline: 'Passes without TLS, with 1 warning',
  });
  expect(run.step(2)).toMatchObject({
    state: 'warning',
    summary: 'HTTPRoute secure-app to Service secure-app port 8443, plain HTTP, not loaded',
    explanation: `The gateway speaks plain HTTP: No policy targets it. This does not run yet: ${notLoaded}.`,
  });
});
