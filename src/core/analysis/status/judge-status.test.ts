import { describe, expect, it } from 'vitest';
import { judgeStatus } from './judge-status.ts';
import type { ComparedStatus, RealStatus } from './types.ts';

const MET = { type: 'Accepted', status: 'True', reason: 'Accepted', message: '' } as const;
const UNMET = {
  type: 'ResolvedRefs',
  status: 'False',
  reason: 'InvalidKind',
  message: '',
} as const;
const AT = { fileId: 'f', range: { start: 0, end: 1 } };

const status = (
  conditions: ComparedStatus['conditions'],
  real?: Partial<RealStatus>,
  kind: ComparedStatus['kind'] = 'parent',
): ComparedStatus => ({
  objectId: 'o',
  kind,
  conditions,
  ...(real && { real: { relation: 'compared', at: AT, conditions: [], differences: [], ...real } }),
});

describe('judgeStatus', () => {
  it('has the verdict of the worst predicted condition', () => {
    expect(judgeStatus(status([MET, UNMET]))).toEqual({ verdict: 'error', differs: false });
    expect(judgeStatus(status([MET]))).toEqual({ verdict: 'ok', differs: false });
    expect(judgeStatus(status([]))).toEqual({ verdict: 'ok', differs: false });
  });

  it.each<[string, boolean, Partial<RealStatus>, ComparedStatus['kind']]>([
    ['another status', true, { differences: [{ type: 'Accepted', kind: 'status' }] }, 'parent'],
    ['another wording', false, { differences: [{ type: 'Accepted', kind: 'message' }] }, 'parent'],
    ['a missing one', true, { differences: [{ type: 'Accepted', kind: 'missing' }] }, 'parent'],
    [
      'a good one that is not predicted',
      false,
      { conditions: [MET], differences: [{ type: 'Accepted', kind: 'extra' }] },
      'object',
    ],
    [
      'a bad one that is not predicted',
      true,
      { conditions: [UNMET], differences: [{ type: 'ResolvedRefs', kind: 'extra' }] },
      'object',
    ],
    ['no entry', true, { relation: 'not-written' }, 'parent'],
    ['an entry only there', true, { relation: 'not-predicted' }, 'ancestor'],
    ['a listener only there', false, { relation: 'not-predicted' }, 'listener'],
    ['the entry of another controller', false, { relation: 'other-controller' }, 'parent'],
  ])('the cluster has %s: differs is %s', (_, differs, real, kind) => {
    expect(judgeStatus(status([MET], real, kind)).differs).toBe(differs);
  });
});
