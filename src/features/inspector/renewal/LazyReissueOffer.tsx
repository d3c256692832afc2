import { lazy, Suspense } from 'react';

const Offer = lazy(async () => ({ default: (await import('./ReissueOffer.tsx')).ReissueOffer }));

/** Issuing a certificate again in its place, loaded when there is one that asks for it. */
export function LazyReissueOffer({ certificateId }: { certificateId: string }) {
  return (
    <Suspense fallback={null}>
      <Offer certificateId={certificateId} />
    </Suspense>
  );
}
