import type { Analysis, ObjectSummary } from '../../core/analysis/types.ts';

/** The object with this id. */
export function objectOf(analysis: Analysis, objectId: string): ObjectSummary | undefined {
  return analysis.objects.find(({ id }) => id === objectId);
}
