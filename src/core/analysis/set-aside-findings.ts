import type { Finding, SetAside } from '../model/index.ts';

/** What was seen and put aside, as notes: nothing that a user drops is silently ignored. */
export function setAsideFindings(setAside: readonly SetAside[]): readonly Finding[] {
  return setAside.map(({ id, code, params, path, guideId, range }) => ({
    id: `${code}|${id}`,
    code,
    severity: 'note' as const,
    subject: { kind: 'workspace' as const },
    ...(guideId === undefined || range === undefined ? {} : { at: { fileId: guideId, range } }),
    params: { path, ...params },
    fixes: [],
  }));
}
