import { manifestWording, type ParsedFile } from '../../manifest/index.ts';
import type { WorkspaceFindingCode } from '../findings.ts';

/** Why a manifest of a guide is not taken. */
export interface NotTaken {
  readonly code: WorkspaceFindingCode;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * A manifest that stands in a guide without a command is taken when kubectl could apply it and it is none that the cluster
 * printed.
 *
 * @returns null when it is to be taken
 */
export function reasonNotToTake(parsed: ParsedFile): NotTaken | null {
  const printed = parsed.objects.find((object) => isPrintedByCluster(object.value.metadata));
  if (printed !== undefined) {
    return {
      code: 'WORKSPACE-GUIDE-OUTPUT',
      params: { object: `${printed.kind} ${printed.name}` },
    };
  }
  const problem = parsed.findings.find((finding) => finding.severity !== 'note');
  if (parsed.objects.length > 0) return null;
  const why =
    problem === undefined
      ? 'it holds no object'
      : manifestWording[problem.code].title(problem.params);
  return { code: 'WORKSPACE-GUIDE-NOT-TAKEN', params: { why } };
}

/** Fields that only the API server writes. */
function isPrintedByCluster(metadata: unknown): boolean {
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    ['uid', 'resourceVersion', 'managedFields'].some((key) => key in metadata)
  );
}
