import type { Finding } from '../../model/index.ts';

/** One finding an id: what several connections share is said once, with all of their ids. */
export function mergeFindings<Code extends string>(
  findings: readonly Finding<Code>[],
): readonly Finding<Code>[] {
  const merged = new Map<string, Finding<Code>>();
  for (const finding of findings) {
    const known = merged.get(finding.id);
    const ids = [...(known?.connectionIds ?? []), ...(finding.connectionIds ?? [])];
    merged.set(finding.id, { ...(known ?? finding), connectionIds: [...new Set(ids)] });
  }
  return [...merged.values()];
}
