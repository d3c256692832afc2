import { describe, expect, it } from 'vitest';
import divergences from './divergences.json' with { type: 'json' };
import { peerCases, resolveCase } from './peer-case.testing.ts';
import { predictEnvoyGatewayStatus } from './predict-envoy-gateway-status.ts';
import { predictedLines, recordedLines, unknownLists } from './recorded-status.testing.ts';
import { predictedTls, recordedKeys, recordedTls } from './recorded-tls.testing.ts';

interface Divergence {
  readonly case: string;
  readonly part: 'conditions' | 'tls';
  readonly reason: string;
}

const known: readonly Divergence[] = divergences;
const cases = peerCases();
if (cases === null) console.warn('Skipped: the recorded translations are not there.');

function casesFor(part: Divergence['part']) {
  const differing = known.filter((entry) => entry.part === part).map((entry) => entry.case);
  return (cases ?? []).filter(({ name }) => !differing.includes(name));
}

describe.skipIf(cases === null)('Envoy Gateway translator', () => {
  it.each(casesFor('conditions'))('writes the conditions of $name', (peer) => {
    expect(unknownLists(peer)).toEqual([]);
    const resolution = resolveCase(peer);
    const statuses = predictEnvoyGatewayStatus(resolution, '1.9', { objectsFrom: 'file' });
    expect(predictedLines(statuses, resolution)).toEqual(recordedLines(peer));
  });

  it.each(casesFor('tls'))('gives the connections of $name their TLS settings', (peer) => {
    const resolution = resolveCase(peer);
    const recorded = recordedTls(peer);
    const compared = new Set<string>();
    for (const connection of resolution.connections) {
      const keys = recordedKeys(connection, resolution);
      const key = keys.find((one) => recorded.has(one)) ?? '';
      compared.add(key);
      const found = predictedTls(connection, resolution, '1.9');
      // A stream that is not programmed leaves nothing behind: status 0.
      expect([keys[0], found]).toEqual([keys[0], recorded.get(key) ?? 0]);
    }
    const backends = [...recorded.keys()].filter((key) => key.includes('/backend/'));
    expect(backends.filter((key) => !compared.has(key))).toEqual([]);
  });

  it('is held to 67 recorded translations with 63 TLS settings of route backends', () => {
    const fates = (cases ?? []).flatMap((peer) => [...recordedTls(peer).values()]);
    const settings = fates.filter((fate) => typeof fate === 'object');
    expect([cases?.length, settings.length, known.length]).toEqual([67, 63, 0]);
  });
});
