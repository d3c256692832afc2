import type { Claim } from './types.ts';

/** A page that is being left gives its claims up a moment after the next one asks. */
const patienceMs = 600;

/**
 * Claims by Web Locks: one tab at a time holds a workspace, and a tab that is closed or crashes lets go by itself. Where a
 * browser has none (an insecure origin), every tab gets what it asks for.
 */
export function browserClaim(locks: LockManager | undefined): Claim {
  if (locks === undefined) return () => Promise.resolve(() => undefined);
  return (id) =>
    new Promise((resolve) => {
      const signal = AbortSignal.timeout(patienceMs);
      locks
        .request(
          `backend-tls-studio.${id}`,
          { signal },
          () =>
            new Promise<void>((release) => {
              resolve(release);
            }),
        )
        .catch(() => {
          resolve(null);
        });
    });
}
