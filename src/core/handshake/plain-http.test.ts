import { beforeAll, describe, expect, it } from 'vitest';
import type { BackendTls } from '../workload/types.ts';
import { handshakeWording } from './findings.ts';
import { issueCast, mutualSetup, play, type Cast } from './play.testing.ts';
import { without } from './handshake.testing.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await issueCast();
});

const upstream = { mode: 'plaintext', reason: 'No policy targets it.' } as const;
const through = (software: BackendTls['software'], implementation = 'nginx-gateway-fabric') =>
  play({
    ...mutualSetup(cast),
    upstream: { ...upstream, ...(implementation === 'envoy-gateway' && { implementation }) },
    workload: { software },
  });

describe('plain HTTP on a TLS port', () => {
  // nginx 1.31.3; net/http of Go 1.26; Node 20.20.2 and openssl s_server 3.0.19 closed without an octet.
  it.each<[BackendTls['software'], number | null, client: string, step10: string]>([
    [
      'nginx',
      400,
      '400 The plain HTTP request was sent to HTTPS port',
      'answers 400 The plain HTTP request was sent to HTTPS port, because of step 2',
    ],
    [
      'go',
      400,
      '400 Client sent an HTTP request to an HTTPS server',
      'answers 400 Client sent an HTTP request to an HTTPS server, because of step 2',
    ],
    [
      'node',
      null,
      'An error: the backend closes the connection without an answer',
      'closes the connection, because of step 2',
    ],
    [
      'openssl',
      null,
      'An error: the backend closes the connection without an answer',
      'closes the connection, because of step 2',
    ],
    [
      'unknown',
      null,
      'An error: what the TLS port does with plain HTTP depends on its software',
      'no answer of the application, because of step 2',
    ],
  ])('is answered by %s in its own way', async (software, status, text, summary) => {
    for (const gateway of ['nginx-gateway-fabric', 'envoy-gateway']) {
      const run = await through(software, gateway);
      expect(run.outcome.client).toEqual({ status, text });
      expect(run.step(10)?.summary).toBe(summary);
      expect(run.codes).toEqual(['2 TLS-PLAINTEXT-TO-TLS-PORT']);
    }
  });

  it.each<[BackendTls['software'], detail: string, source: string | undefined]>([
    [
      'nginx',
      'The backend answers 400 "The plain HTTP request was sent to HTTPS port". Reason: No policy targets it.',
      undefined,
    ],
    [
      'go',
      'The backend answers 400 "Client sent an HTTP request to an HTTPS server". Reason: No policy targets it.',
      'GEP-1897',
    ],
    [
      'unknown',
      'The port waits for a ClientHello and gets a request. Reason: No policy targets it.',
      'GEP-1897',
    ],
  ])('is told of %s in its words', async (software, detail, source) => {
    const [finding] = (await through(software)).findings;
    expect(handshakeWording['TLS-PLAINTEXT-TO-TLS-PORT'].detail(finding?.params ?? {})).toBe(
      detail,
    );
    expect(finding?.source).toBe(source);
  });
});

describe('directives of nginx', () => {
  const words = async (software: BackendTls['software']) => {
    const run = await play({ ...without(mutualSetup(cast), 'client'), workload: { software } });
    const [finding] = run.findings;
    const missing = handshakeWording['TLS-CLIENT-CERT-MISSING'].detail(finding?.params ?? {});
    return [run.step(4)?.rule, missing];
  };

  it('are named of an nginx backend', async () => {
    expect(await words('nginx')).toEqual([
      'RFC 8446, section 4.3.2; nginx ssl_verify_client',
      'The client sees 400 "No required SSL certificate was sent"; the gateway logs nothing.',
    ]);
  });

  it('are not named of another', async () => {
    expect(await words('go')).toEqual([
      'RFC 8446, section 4.3.2',
      'The backend ends the connection.',
    ]);
  });
});
