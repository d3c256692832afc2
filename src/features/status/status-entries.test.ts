import { describe, expect, it } from 'vitest';
import type { ComparedStatus } from '../../core/analysis/status/index.ts';
import type { ImplementationVerdict, ObjectSummary } from '../../core/analysis/types.ts';
import { filterEntries, isCompared, statusEntries } from './status-entries.ts';

const AT = { fileId: 'f', range: { start: 0, end: 1 } };

const object = (id: string): ObjectSummary => ({
  id,
  key: id,
  apiVersion: 'v1',
  kind: 'HTTPRoute',
  name: id,
  namespace: 'default',
  at: AT,
  nameRange: AT.range,
  shadowed: false,
  mark: null,
  fact: '',
  certificateIds: [],
  facts: [],
  hasPrivateKey: false,
});

const list = (
  objectId: string,
  holds: 'True' | 'False',
  relation?: NonNullable<ComparedStatus['real']>['relation'],
): ComparedStatus => ({
  objectId,
  kind: 'parent',
  conditions: [{ type: 'Accepted', status: holds, reason: 'Accepted', message: '' }],
  ...(relation && { real: { relation, at: AT, conditions: [], differences: [] } }),
});

const asked = (name: string, ...status: readonly ComparedStatus[]): ImplementationVerdict => ({
  implementation: name === 'one' ? 'kgateway' : 'agentgateway',
  name,
  version: '1',
  verdict: 'ok',
  headline: '',
  gateways: ['g'],
  connections: [],
  status,
});

const objects = ['a', 'b', 'c'].map(object);
const one = asked('one', list('b', 'False'), list('a', 'True', 'not-written'));
const other = asked('other', list('b', 'True'), list('b', 'True', 'other-controller'));

const shape = (entries: ReturnType<typeof statusEntries>) =>
  entries.map(({ object: { id }, lists }) => `${id}: ${lists.map(({ by }) => by).join(' ')}`);

describe('statusEntries', () => {
  it('gathers the lists of all shown implementations by object, in the order of the manifests', () => {
    expect(shape(statusEntries(objects, [one, other]))).toEqual(['a: one', 'b: one other']);
  });

  it('keeps the lists of another controller where only one implementation is shown', () => {
    expect(shape(statusEntries(objects, [other]))).toEqual(['b: other other']);
  });
});

describe('filterEntries', () => {
  const entries = statusEntries(objects, [one, other]);

  it('keeps the lists that are not met, or that differ', () => {
    expect(shape(filterEntries(entries, 'not-met'))).toEqual(['b: one']);
    expect(shape(filterEntries(entries, 'differs'))).toEqual(['a: one']);
    expect(filterEntries(entries, 'all')).toBe(entries);
  });

  it('is asked for differences only where something is compared', () => {
    expect(isCompared(entries)).toBe(true);
    expect(isCompared(statusEntries(objects, [asked('one', list('a', 'True'))]))).toBe(false);
  });
});
