import { useSyncExternalStore } from 'react';

/** How much room the window has; each name is one row of the design's resize table. */
export type Tier = 'narrow' | 'medium' | 'compact' | 'wide' | 'huge';

const steps = [
  { tier: 'huge', query: '(min-width: 1800px)' },
  { tier: 'wide', query: '(min-width: 1380px)' },
  { tier: 'compact', query: '(min-width: 1024px)' },
  { tier: 'medium', query: '(min-width: 640px)' },
] as const;

/** The tier of the window as it is now. */
export function currentTier(): Tier {
  return steps.find(({ query }) => matchMedia(query).matches)?.tier ?? 'narrow';
}

function subscribe(onChange: () => void): () => void {
  const queries = steps.map(({ query }) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}

/** The tier of the window; renders again when it changes. */
export function useTier(): Tier {
  return useSyncExternalStore(subscribe, currentTier);
}

/** True where tree and inspector lie over the main view instead of beside it. */
export function hasSheets(tier: Tier): boolean {
  return tier === 'narrow' || tier === 'medium';
}
