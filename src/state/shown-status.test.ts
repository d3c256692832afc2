import { describe, expect, it } from 'vitest';
import type { ImplementationVerdict } from '../core/analysis/types.ts';
import { shownImplementations, statusMark } from './shown-status.ts';

type Status = ImplementationVerdict['status'][number];

const list = (holds: 'True' | 'False', real?: Status['real']): Status => ({
  objectId: 'o',
  kind: 'object',
  conditions: [{ type: 'Accepted', status: holds, reason: 'Accepted', message: '' }],
  ...(real && { real }),
});
const NOT_WRITTEN: Status['real'] = {
  relation: 'not-written',
  at: { fileId: 'f', range: { start: 0, end: 1 } },
  conditions: [],
  differences: [],
};

const verdict = (
  implementation: ImplementationVerdict['implementation'],
  gateways: readonly string[],
  ...status: readonly Status[]
): ImplementationVerdict => ({
  implementation,
  name: implementation,
  version: '1',
  verdict: 'ok',
  headline: '',
  gateways,
  connections: [],
  status,
});

const implementations = [
  verdict('nginx-gateway-fabric', ['a'], list('True', NOT_WRITTEN)),
  verdict('envoy-gateway', [], list('False')),
  verdict('kgateway', ['b'], list('True')),
  verdict('agentgateway', []),
];

describe('shownImplementations', () => {
  it('shows those that run Gateways here, or the one that the lens asks for', () => {
    const ids = (lens: ImplementationVerdict['implementation'] | null) =>
      shownImplementations({ implementations }, { lens }).map((one) => one.implementation);
    expect(ids(null)).toEqual(['nginx-gateway-fabric', 'kgateway']);
    expect(ids('envoy-gateway')).toEqual(['envoy-gateway']);
    expect(shownImplementations(null, { lens: null })).toEqual([]);
  });
});

describe('statusMark', () => {
  it('tells the worse of what is shown', () => {
    expect(statusMark({ implementations }, { lens: null })).toBe('differs');
    expect(statusMark({ implementations }, { lens: 'envoy-gateway' })).toBe('not-met');
    expect(statusMark({ implementations }, { lens: 'kgateway' })).toBeNull();
    expect(statusMark(null, { lens: null })).toBeNull();
  });
});
