import { makeCa, makeLeaf } from '../pki/issuing/chain.testing.ts';
import type { IssuedCertificate } from '../pki/issuing/types.ts';
import { testRequest, type TestSetup } from './handshake.testing.ts';
import { examineHandshake } from './run-handshake.ts';

export const HOST = 'secure-app.example.com';

/** Who takes part in the tests: chains for both directions, and strangers. */
export interface Cast {
  readonly root: IssuedCertificate;
  readonly intermediate: IssuedCertificate;
  readonly otherRoot: IssuedCertificate;
  readonly clientRoot: IssuedCertificate;
  readonly server: IssuedCertificate;
  readonly deep: IssuedCertificate;
  readonly client: IssuedCertificate;
  readonly rsa: IssuedCertificate;
}

/** Issues everybody afresh. */
export async function issueCast(): Promise<Cast> {
  const root = await makeCa('Root');
  const intermediate = await makeCa('Intermediate', root);
  const clientRoot = await makeCa('Client Root');
  return {
    root,
    intermediate,
    otherRoot: await makeCa('Other Root'),
    clientRoot,
    server: await makeLeaf(HOST, root),
    deep: await makeLeaf(HOST, intermediate),
    client: await makeLeaf('gateway', clientRoot),
    rsa: await makeLeaf(HOST, root, { keyAlgorithm: 'RSA 2048' }),
  };
}

/** Mutual TLS on 1 Mar 2026 in which everything is in order. */
export function mutualSetup({ root, server, client, clientRoot }: Cast): TestSetup {
  return {
    at: '2026-03-01T00:00:00Z',
    trust: root.certificatePem,
    backend: { chain: server.certificatePem, key: server.keyPem },
    client: { chain: client.certificatePem, key: client.keyPem },
    clientCa: clientRoot.certificatePem,
  };
}

/** Plays a setup and picks what tests look at: steps by number, marks of those that did not pass, finding codes. */
export async function play(setup: TestSetup) {
  const { handshake, findings } = await examineHandshake(testRequest(setup));
  const step = (n: number) => handshake.steps[n - 1];
  const marked = handshake.steps
    .filter(({ state }) => state !== 'passed')
    .map(({ n, state, role }) => `${n} ${role ?? state}`);
  const codes = findings.map((finding) => `${finding.step ?? ''} ${finding.code}`);
  return { ...handshake, step, marked, codes, findings };
}
