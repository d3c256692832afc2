import { lazy, Suspense, useState } from 'react';

// The texts of all checks come when the first of them is asked for.
const AboutPage = lazy(async () => ({ default: (await import('./AboutPage.tsx')).AboutPage }));

/** What a problem means in general: folded, because the instance at hand comes first. */
export function AboutFinding({ code, source }: { code: string; source: string }) {
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <details
      className="about-finding"
      onToggle={(event) => {
        if (event.currentTarget.open) setWasOpen(true);
      }}
    >
      <summary>About this problem</summary>
      {wasOpen ? (
        <Suspense fallback={null}>
          <AboutPage code={code} source={source} />
        </Suspense>
      ) : null}
    </details>
  );
}
