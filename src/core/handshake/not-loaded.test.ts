import { expect, it } from 'vitest';
import { testRequest } from './handshake.testing.ts';
import { issueCast, mutualSetup } from './play.testing.ts';
import { runHandshake } from './run-handshake.ts';

it('warns of settings that are right but that the data plane does not load', async () => {
  const request = testRequest(mutualSetup(await issueCast()));
  const reason = 'nginx refuses the configuration of Gateway default/gw';
  const { steps, outcome } = await runHandshake({
    ...request,
    programmed: { ...request.programmed, reason },
  });
  expect([outcome.stage, outcome.headline]).toEqual(['ok', 'Passes with 1 warning']);
  expect(steps[1]).toMatchObject({ n: 2, state: 'warning' });
  expect(steps[1]?.summary).toContain(', not loaded');
  expect(steps[1]?.explanation).toContain(`This does not run yet: ${reason}.`);
});
