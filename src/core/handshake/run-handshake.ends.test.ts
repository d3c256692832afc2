import { beforeAll, describe, expect, it } from 'vitest';
import { without } from './handshake.testing.ts';
import { issueCast, mutualSetup, play, type Cast } from './play.testing.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await issueCast();
});
const mutual = () => mutualSetup(cast);

describe('a gateway without TLS', () => {
  const plaintext = { mode: 'plaintext' as const };

  it('gets 400 from a TLS port', async () => {
    const run = await play({ ...mutual(), upstream: plaintext });
    expect(run.outcome).toMatchObject({
      stage: 'http',
      causeStep: 2,
      surfacesAtStep: 10,
      client: { status: 400, text: '400 The plain HTTP request was sent to HTTPS port' },
      backendLog:
        'client sent plain HTTP request to HTTPS port while reading client request headers',
    });
    expect(run.marked.slice(0, 2)).toEqual(['2 decisive', '3 not-reached']);
    expect(run.codes).toEqual(['2 TLS-PLAINTEXT-TO-TLS-PORT']);
  });

  it('passes without TLS to a plain port', async () => {
    const workload = { mode: 'plaintext' as const, servers: [] };
    const run = await play({ ...mutual(), upstream: plaintext, workload });
    expect(run.outcome).toMatchObject({ stage: 'ok', headline: 'Passes without TLS' });
    expect(run.codes).toEqual([]);
  });

  it('answers 500 itself when the policy is refused', async () => {
    const upstream = {
      mode: 'blocked' as const,
      blockedStatus: 500,
      reason: 'The policy is refused',
    };
    const run = await play({ ...mutual(), upstream });
    expect(run.outcome).toMatchObject({
      stage: 'config',
      causeStep: 2,
      surfacesAtStep: 11,
      client: { status: 500, text: '500 Internal Server Error' },
      gatewayLog: null,
    });
    expect(run.step(10)).toMatchObject({ state: 'not-reached', summary: 'because of step 2' });
    expect(run.step(11)?.wouldBe?.text).toBe('client gets 500 Internal Server Error instead');
    expect(run.codes).toEqual([]);
  });

  it.each(['The policy is refused', 'The policy is refused.'])(
    'tells with one full stop why the gateway does not program it: %s',
    async (reason) => {
      const run = await play({
        ...mutual(),
        upstream: { mode: 'blocked', blockedStatus: 500, reason },
      });
      expect(run.step(2)?.explanation).toBe(
        'The control plane does not program this backend: The policy is refused.',
      );
    },
  );

  it('gets no connection when the gateway is not there at all', async () => {
    const run = await play({ ...mutual(), upstream: { mode: 'blocked', reason: 'It is removed' } });
    expect(run.outcome).toMatchObject({
      stage: 'config',
      causeStep: 2,
      client: { status: null, text: 'No connection: nothing of the gateway listens' },
    });
    expect(run.step(2)?.summary).toBe('It is removed');
    expect(run.step(11)?.wouldBe?.text).toBe('client gets no connection instead');
  });

  it('starts TLS in vain on a plain port', async () => {
    const workload = { mode: 'plaintext' as const, servers: [] };
    const run = await play({ ...mutual(), workload });
    expect(run.outcome).toMatchObject({ causeStep: 3, client: { status: 502 } });
    expect(run.codes).toEqual(['3 TLS-TO-PLAINTEXT-PORT']);
  });
});

describe('what is not known', () => {
  it('is named and not guessed', async () => {
    const unknowns = ['What listens on port 8443 of secure-app is not among the files.'];
    const run = await play({
      ...mutual(),
      workload: { mode: 'unknown', software: 'unknown', origin: 'none', servers: [], unknowns },
    });
    expect(run.outcome).toMatchObject({ stage: 'not-checked', headline: 'Not checked' });
    expect(run.marked).toEqual([4, 5, 6, 7, 8, 9, 10, 11].map((n) => `${n} not-checked`));
    expect(run.step(7)?.explanation).toBe(unknowns[0]);
    expect(run.codes).toEqual([]);
  });

  it('does not hide a failure that is certain', async () => {
    const setup = without(mutual(), 'clientCa');
    const run = await play({
      ...setup,
      trust: cast.otherRoot.certificatePem,
      server: { verifyClient: 'on' },
    });
    expect(run.outcome.headline).toBe('Fails at step 8');
    expect(run.step(6)?.state).toBe('not-checked');
  });

  it('leaves step 8 open until the system CA list is loaded', async () => {
    const from = { objectId: 'backend-tls', path: ['spec'] };
    const run = await play({ ...mutual(), upstream: { trust: { kind: 'system', from } } });
    expect(run.outcome.headline).toBe('Not checked');
    expect(run.step(8)?.summary).toBe('the system CA list is not loaded');
  });
});
