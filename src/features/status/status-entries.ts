import {
  judgeStatus,
  type ComparedStatus,
  type StatusJudgement,
} from '../../core/analysis/status/index.ts';
import type { ImplementationVerdict, ObjectSummary } from '../../core/analysis/types.ts';

/** One list of conditions with whose it is. */
export interface StatusList extends StatusJudgement {
  readonly key: string;
  readonly status: ComparedStatus;
  /** Name of the implementation that is asked. */
  readonly by: string;
}

/** An object and all its lists of conditions. */
export interface StatusEntry {
  readonly object: ObjectSummary;
  readonly lists: readonly StatusList[];
}

export type StatusFilter = 'all' | 'not-met' | 'differs';

/**
 * The lists of the shown implementations by object, in the order of the manifests. What one implementation sees as
 * the list of another controller is left out where that one is shown too.
 */
export function statusEntries(
  objects: readonly ObjectSummary[],
  shown: readonly ImplementationVerdict[],
): readonly StatusEntry[] {
  const byObject = new Map<string, StatusList[]>();
  for (const { implementation, name, status } of shown)
    for (const [at, one] of status.entries()) {
      if (shown.length > 1 && one.real?.relation === 'other-controller') continue;
      const list = {
        ...judgeStatus(one),
        key: `${implementation} ${String(at)}`,
        status: one,
        by: name,
      };
      const known = byObject.get(one.objectId);
      if (known === undefined) byObject.set(one.objectId, [list]);
      else known.push(list);
    }
  return objects.flatMap((object) => {
    const lists = byObject.get(object.id);
    return lists === undefined ? [] : [{ object, lists }];
  });
}

/** Whether any list stands beside one of the cluster. */
export function isCompared(entries: readonly StatusEntry[]): boolean {
  return entries.some(({ lists }) => lists.some(({ status }) => status.real !== undefined));
}

/** Whether a list is worth reading under a filter. A warning is met, but not without a word. */
function passes({ verdict, differs }: StatusJudgement, filter: StatusFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'not-met':
      return verdict !== 'ok';
    case 'differs':
      return differs;
    default:
      return filter satisfies never;
  }
}

/** The entries with a list that passes, and only those lists. */
export function filterEntries(
  entries: readonly StatusEntry[],
  filter: StatusFilter,
): readonly StatusEntry[] {
  if (filter === 'all') return entries;
  return entries.flatMap(({ object, lists }) => {
    const kept = lists.filter((list) => passes(list, filter));
    return kept.length === 0 ? [] : [{ object, lists: kept }];
  });
}
