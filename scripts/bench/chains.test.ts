import { describe, expect, it } from 'vitest';
import { issueChains, timeEngines } from './chains.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

describe('bench of chains', () => {
  it('issues other certificates for each run, under one root', async () => {
    const chains = await issueChains('EC P-256', 3, now);
    const distinct = (at: 0 | 1 | 2) =>
      new Set(chains.map((chain) => Buffer.from(chain[at]).toString('hex'))).size;
    expect([distinct(0), distinct(1), distinct(2)]).toEqual([3, 3, 1]);
  });

  it('finds them sound with every engine, and refuses a chain out of order', async () => {
    const chains = await issueChains('EC P-256', 2, now);
    const times = await timeEngines(chains, now, 1);
    expect([...times.keys()]).toEqual([
      "Node's X509Certificate",
      "pkijs' engine",
      '@peculiar/x509',
      'OpenSSL profile',
      'BoringSSL profile',
      'webpki profile',
    ]);
    for (const { best } of times.values()) expect(best).toBeGreaterThan(0);
    const mixed = chains.map(([leaf, , root]) => [leaf, root, root] as const);
    await expect(timeEngines(mixed, now, 0)).rejects.toThrow('native: a link does not hold');
  });
});
