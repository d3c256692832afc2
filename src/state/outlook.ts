import type { Outlook } from '../core/analysis/index.ts';
import type { TextEdit } from '../core/model/index.ts';
import { client, currentTime } from './analysis-bindings.ts';
import { studio } from './bindings.ts';

/** What edits of the workspace as it stands would lead to, through the lens as it stands. Nothing is changed. */
export function askOutlook(edits: readonly TextEdit[]): Promise<Outlook> {
  const { workspace, view } = studio.store.getState();
  const { lens } = view;
  return client().ask<'outlook'>({ kind: 'outlook', workspace, edits, lens, now: currentTime() })
    .answer;
}
