import type { Finding, Severity } from '../model/index.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, note: 0 };

/** The worse of two severities; `undefined` is better than any. */
export function worse(a: Severity | undefined, b: Severity): Severity {
  return a === undefined || RANK[b] > RANK[a] ? b : a;
}

/**
 * Worst severity by the id of the object, blob or file that a finding is about. Notes explain and leave no mark:
 * only what is not in order is marked.
 */
export function marksOf(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const marks = new Map<string, Severity>();
  for (const { subject, severity } of findings) {
    if (severity === 'note') continue;
    const id = subjectId(subject);
    if (id !== undefined) marks.set(id, worse(marks.get(id), severity));
  }
  return marks;
}

function subjectId(subject: Finding['subject']): string | undefined {
  switch (subject.kind) {
    case 'object':
      return subject.objectId;
    case 'file':
      return subject.fileId;
    case 'blob':
      return subject.blobId;
    case 'connection':
    case 'workspace':
      return undefined;
    default:
      return subject satisfies never;
  }
}
