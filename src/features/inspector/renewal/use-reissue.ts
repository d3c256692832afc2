import { useEffect, useRef, useState } from 'react';
import type { RenewalPlan } from '../../../core/analysis/renewal/index.ts';
import type { CertificateSummary } from '../../../core/analysis/types.ts';
import { keyWork } from '../../../core/certificates/key-algorithms.ts';
import { reissueInPlace, Stopped } from '../../../state/index.ts';

/** Where the work stands. */
export type Reissuing =
  | { readonly phase: 'offered'; readonly fault: string | null }
  | { readonly phase: 'working'; readonly work: string; readonly cancel: () => void };

/** Issues a certificate again in its place; leaving in the middle ends the work. */
export function useReissue(): {
  readonly state: Reissuing;
  readonly reissue: (
    certificate: CertificateSummary,
    plan: Extract<RenewalPlan, { kind: 'ready' }>,
  ) => void;
} {
  const [state, setState] = useState<Reissuing>({ phase: 'offered', fault: null });
  const ending = useRef<() => void>(() => undefined);
  useEffect(
    () => () => {
      ending.current();
    },
    [],
  );
  return {
    state,
    reissue: ({ id, title }, { task, newKey }) => {
      const work = newKey === null ? 'Signing' : keyWork(newKey);
      const pending = reissueInPlace(id, task, { label: `Issue ${title} again`, work });
      ending.current = pending.cancel;
      setState({ phase: 'working', work, cancel: pending.cancel });
      pending.answer.then(
        (placed) => {
          setState({ phase: 'offered', fault: placed === null ? NOT_WRITTEN : null });
        },
        (reason: unknown) => {
          setState({ phase: 'offered', fault: reason instanceof Stopped ? null : words(reason) });
        },
      );
    },
  };
}

const NOT_WRITTEN = 'the manifests changed meanwhile, or a field cannot be written';

function words(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
