import { expect, it } from 'vitest';
import type { RealCondition } from '../../core/analysis/status/index.ts';
import { conditionRows } from './condition-rows.ts';

const met = (type: string) => ({ type, status: 'True', reason: type, message: '' }) as const;
const unmet = (type: string): RealCondition => ({ ...met(type), status: 'False' });

it('puts the cluster beside a predicted condition only where they differ, and its others at the end', () => {
  const rows = conditionRows({
    objectId: 'o',
    kind: 'object',
    conditions: [met('Accepted'), met('Programmed'), met('ResolvedRefs')],
    real: {
      relation: 'compared',
      at: { fileId: 'f', range: { start: 0, end: 1 } },
      conditions: [met('Ready'), unmet('Programmed'), met('Accepted')],
      differences: [
        { type: 'Programmed', kind: 'status' },
        { type: 'ResolvedRefs', kind: 'missing' },
        { type: 'Ready', kind: 'extra' },
      ],
    },
  });
  expect(
    rows.map(({ type, predicted, real, difference }) => [
      type,
      predicted?.status,
      real?.status,
      difference,
    ]),
  ).toEqual([
    ['Accepted', 'True', undefined, null],
    ['Programmed', 'True', 'False', 'status'],
    ['ResolvedRefs', 'True', undefined, 'missing'],
    ['Ready', undefined, 'True', 'extra'],
  ]);
});
