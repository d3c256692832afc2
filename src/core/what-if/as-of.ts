import type { Workspace } from '../model/index.ts';
import type { WhatIfContext } from './types.ts';

/** The as-of date of a workspace: what was chosen, else the clock. */
export function asOf({ options }: Workspace, { now }: Pick<WhatIfContext, 'now'>): number {
  const chosen = Date.parse(options.at ?? '');
  return Number.isNaN(chosen) ? now : chosen;
}
