import { judgeStatus } from '../core/analysis/status/index.ts';
import type { Analysis, ImplementationVerdict } from '../core/analysis/types.ts';
import type { ViewState } from './types.ts';

/** Whose conditions are on show: the lens's; without a lens, those of all that run Gateways here. */
export function shownImplementations(
  analysis: Pick<Analysis, 'implementations'> | null,
  { lens }: Pick<ViewState, 'lens'>,
): readonly ImplementationVerdict[] {
  return (analysis?.implementations ?? []).filter(({ implementation, gateways }) =>
    lens === null ? gateways.length > 0 : implementation === lens,
  );
}

/** What stands on the tab: a condition that is not met, or a cluster that says something else; else null. */
export function statusMark(
  analysis: Pick<Analysis, 'implementations'> | null,
  view: Pick<ViewState, 'lens'>,
): 'not-met' | 'differs' | null {
  const judged = shownImplementations(analysis, view).flatMap(({ status }) =>
    status.map(judgeStatus),
  );
  if (judged.some(({ verdict }) => verdict === 'error')) return 'not-met';
  return judged.some(({ differs }) => differs) ? 'differs' : null;
}
