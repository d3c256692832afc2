import type { Claim } from './types.ts';

/** A page that is being left gives its claims up a moment after the next one asks. */
const patienceMs = 600;

/**
 * Claims by Web Locks: one tab at a time holds a workspace, and a tab that is closed or crashes lets go by itself. Where a
 * browser has none (an insecure origin), every tab gets what it asks for.
 */
export function browserClaim(locks: LockManager | undefined): Claim {
  if (locks === undefined) return () => Promise.resolve(() => undefined);
  return async (id) => {
    const name = `backend-tls-studio.${id}`;
    // Patience is only for what is held: a slow machine must not take a free workspace for one that is not.
    const free = await hold(locks, name, { ifAvailable: true });
    return free ?? hold(locks, name, { signal: AbortSignal.timeout(patienceMs) });
  };
}

function hold(
  locks: LockManager,
  name: string,
  options: LockOptions,
): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const keep = (lock: Lock | null): Promise<void> | null => {
      if (lock !== null) return new Promise<void>(resolve);
      resolve(null);
      return null;
    };
    locks.request(name, options, keep).catch(() => {
      resolve(null);
    });
  });
}
