import type { Verdict } from '../../topology/types.ts';
import { conditionVerdict } from './condition-verdict.ts';
import type { ComparedStatus, RealStatus, StatusDifference } from './types.ts';

/** A list of conditions in short. */
export interface StatusJudgement {
  /** The worst predicted condition; ok without any. */
  readonly verdict: Verdict;
  /** The cluster says something else than what is predicted; another wording of the message does not count. */
  readonly differs: boolean;
}

const WORST_FIRST: readonly Verdict[] = ['error', 'warning', 'unknown', 'ok'];

/** Judges one list; for a list that only the cluster has there is nothing predicted to judge. */
export function judgeStatus({ kind, conditions, real }: ComparedStatus): StatusJudgement {
  const verdicts = new Set(conditions.map(conditionVerdict));
  return {
    verdict: WORST_FIRST.find((verdict) => verdicts.has(verdict)) ?? 'ok',
    differs: real !== undefined && differsIn(kind, real),
  };
}

function differsIn(kind: ComparedStatus['kind'], real: RealStatus): boolean {
  switch (real.relation) {
    case 'compared':
      return real.differences.some((one) => counts(one, real));
    case 'not-written':
      return true;
    case 'not-predicted':
      // Conditions of objects and listeners are not predicted where more than backend TLS decides them.
      return kind === 'parent' || kind === 'ancestor';
    case 'other-controller':
      return false;
    default:
      return real.relation satisfies never;
  }
}

/** A good condition that is not predicted is no contradiction: controllers write some that depend on the cluster. */
function counts({ kind, type }: StatusDifference, { conditions }: RealStatus): boolean {
  if (kind !== 'extra') return kind !== 'message';
  const extra = conditions.find((condition) => condition.type === type);
  return extra !== undefined && conditionVerdict(extra) !== 'ok';
}
