import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import type { Stripe } from './lines-in-sight.ts';

/** What comes and goes while the graph is panned does so by stripes of this height. */
const HEIGHT = 600;

/** The part of the picture in sight with a stripe to spare above and below; changes once a stripe. */
export function useStripe(): Stripe {
  const first = useStore(({ transform: [, y, zoom] }) => Math.floor(-y / zoom / HEIGHT));
  const count = useStore(({ height, transform: [, , zoom] }) => Math.ceil(height / zoom / HEIGHT));
  return useMemo(
    () => ({ from: (first - 1) * HEIGHT, to: (first + count + 2) * HEIGHT }),
    [first, count],
  );
}
