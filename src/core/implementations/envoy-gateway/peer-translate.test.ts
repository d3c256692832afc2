import { describe, expect, it } from 'vitest';
import { predictEnvoyGatewayStatus } from './predict-envoy-gateway-status.ts';
import { peerCases, resolveCase } from './peer-case.testing.ts';
import { predictedLines, recordedLines, unknownLists } from './recorded-status.testing.ts';

const cases = peerCases();
if (cases === null) console.warn('Skipped: the recorded translations are not there.');

describe.skipIf(cases === null)('Envoy Gateway translator', () => {
  it.each(cases ?? [])('writes the conditions of $name', (peer) => {
    expect(unknownLists(peer)).toEqual([]);
    const resolution = resolveCase(peer);
    const statuses = predictEnvoyGatewayStatus(resolution, '1.9', { objectsFrom: 'file' });
    expect(predictedLines(statuses, resolution)).toEqual(recordedLines(peer));
  });
});
