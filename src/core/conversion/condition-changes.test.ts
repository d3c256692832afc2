import { describe, expect, it } from 'vitest';
import type { ImplementationId } from '../model/index.ts';
import type { PredictedCondition } from '../implementations/status.ts';
import { conditionChanges } from './condition-changes.ts';

const GATEWAY = {
  id: 'f#0',
  key: 'gateway.networking.k8s.io/Gateway/a/web',
  kind: 'Gateway',
  namespace: 'a',
  name: 'web',
};

/** `Type=Status Reason` as a condition. */
function condition(text: string): PredictedCondition {
  const [, type = '', status = '', reason = ''] = /^(\w+)=(\w+) (\w+)$/.exec(text) ?? [];
  if (status !== 'True' && status !== 'False') throw new Error(text);
  return { type, status, reason, message: '' };
}

/** An analysis in which implementations write lists of conditions for the Gateway. */
const told = (lists: Partial<Record<ImplementationId, readonly (readonly string[])[]>>) => ({
  objects: [GATEWAY],
  implementations: (['nginx-gateway-fabric', 'kgateway'] as const).map((implementation) => ({
    implementation,
    gateways: implementation in lists ? [GATEWAY.key] : [],
    status: (lists[implementation] ?? []).map((conditions) => ({
      objectId: GATEWAY.id,
      kind: 'object' as const,
      conditions: conditions.map(condition),
    })),
  })),
});

function changes(before: readonly string[], ...after: readonly (readonly string[])[]) {
  const earlier = told({ 'nginx-gateway-fabric': [before] });
  const later = told({ kgateway: after });
  return conditionChanges(earlier, 'nginx-gateway-fabric', later, 'kgateway').map(
    (one) => `${one.object} ${one.type}: ${one.before ?? 'nothing'} → ${one.after} ${one.reason}`,
  );
}

const INSECURE = 'InsecureFrontendValidationMode=True ConfigurationChanged';

describe('conditionChanges', () => {
  it.each([
    ['Accepted=True Accepted', 'Accepted=True Accepted', []],
    [
      'Accepted=True Accepted',
      'Accepted=False Invalid',
      ['Gateway a/web Accepted: True → False Invalid'],
    ],
    [
      'Accepted=False Invalid',
      'Accepted=True Accepted',
      ['Gateway a/web Accepted: False → True Accepted'],
    ],
    ['Accepted=True Accepted', 'Programmed=True Programmed', []],
    [
      'Accepted=True Accepted',
      'ResolvedRefs=False RefNotPermitted',
      ['Gateway a/web ResolvedRefs: nothing → False RefNotPermitted'],
    ],
    ['Accepted=True Accepted', 'Conflicted=False NoConflicts', []],
    [
      'Accepted=True Accepted',
      INSECURE,
      ['Gateway a/web InsecureFrontendValidationMode: nothing → True ConfigurationChanged'],
    ],
  ])('tells of %s, then %s', (before, after, expected) => {
    expect(changes([before], [after])).toEqual(expected);
  });

  it('counts the worst of several lists', () => {
    expect(
      changes(['Accepted=True Accepted'], ['Accepted=False Invalid'], ['Accepted=True Accepted']),
    ).toEqual(['Gateway a/web Accepted: True → False Invalid']);
  });

  it('leaves out what the target said before of Gateways of its own', () => {
    const refused = [['Accepted=False Invalid']];
    const earlier = told({
      'nginx-gateway-fabric': [['Accepted=True Accepted']],
      kgateway: refused,
    });
    const later = told({ kgateway: refused });
    expect(conditionChanges(earlier, 'nginx-gateway-fabric', later, 'kgateway')).toEqual([]);
  });
});
