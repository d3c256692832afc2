import { describe, expect, it } from 'vitest';
import type { TopologyNode } from '../../../core/topology/types.ts';
import { nameLines, secondLine } from './node-text.ts';

describe('the name of a node', () => {
  it.each([
    ['secure-app', 162, ['secure-app']],
    [
      'gateway-presents-this-cert-for-validation',
      236,
      ['gateway-presents-this-', 'cert-for-validation'],
    ],
    ['validate-gateway-cert-against-this-ca', 236, ['validate-gateway-cert-', 'against-this-ca']],
    ['a-name-much-longer-than-two-lines-can-hold', 162, ['a-name-much-', 'longer-…an-hold']],
    ['withoutanyjointtobreakit', 162, ['withoutanyjoint', 'tobreakit']],
  ] as const)('%s is broken at a joint, then shortened in its middle', (name, width, lines) => {
    expect(nameLines({ name, width })).toEqual(lines);
  });
});

describe('the line below the name', () => {
  const node = (kind: string, fact: string, width = 162): TopologyNode => ({
    id: '',
    kind,
    name: '',
    namespace: 'team-a',
    tile: 'square',
    row: 'traffic',
    rank: 0,
    fact,
    ghost: false,
    mark: null,
    x: 0,
    y: 0,
    width,
    height: 48,
  });

  it.each([
    ['kind and fact', node('Gateway', 'http :80'), false, 'Gateway · http :80'],
    ['the kind alone', node('BackendTLSPolicy', ''), false, 'BackendTLSPolicy'],
    [
      'the fact alone where both do not fit',
      node('Secret', 'expired 10 Sep 2026'),
      false,
      'expired 10 Sep 2026',
    ],
    [
      'all of them where there is room',
      node('Secret', 'no SAN', 236),
      true,
      'Secret · team-a · no SAN',
    ],
    ['kind and fact before the namespace', node('Service', ':8443'), true, 'Service · :8443'],
    [
      'the kind of a policy whose host name does not fit',
      { ...node('BackendTLSPolicy', 'secure-app.example.com'), tile: 'ink' },
      false,
      'BackendTLSPolicy',
    ],
  ] as const)('says %s', (_, subject, several, text) => {
    expect(secondLine(subject, several)).toBe(text);
  });
});
