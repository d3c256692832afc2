import { beforeAll, describe, expect, it } from 'vitest';
import { issueCast, mutualSetup, play, type Cast } from './play.testing.ts';

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

  it.each([
    [exits.absence, 'the backend does not start', text.replace('[emerg] ', '')],
    [
      { kind: 'not-created', text: 'references non-existent secret key: cert' } as const,
      'the backend does not start',
      null,
    ],
    [
      { kind: 'no-endpoint', text: 'Deployment web has no container port named tls' } as const,
      'the Service has no endpoint for the port',
      null,
    ],
  ])('ends at step 3 without an answer: %o', async (absence, summary, backendLog) => {
    const run = await play({ ...mutual(), workload: { absence } });
    expect(run.outcome).toMatchObject({
      stage: 'config',
      causeStep: 3,
      gatewayLog: null,
      backendLog,
    });
    expect(run.outcome.client.text).toContain('No answer from this backend');
    expect(run.step(3)).toMatchObject({ state: 'failed', summary });
    expect(run.step(3)?.explanation).toContain(absence.text);
  });
});
