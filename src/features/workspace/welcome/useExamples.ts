import { useEffect, useState } from 'react';
import { listExamples, type ExampleSummary } from '../../../state/index.ts';

/** The gallery's list; null until it is there. */
export function useExamples(): readonly ExampleSummary[] | null {
  const [examples, setExamples] = useState<readonly ExampleSummary[] | null>(null);
  useEffect(() => {
    let gone = false;
    void listExamples().then(
      (list) => {
        if (!gone) setExamples(list);
      },
      () => {
        // A worker that could not start says so in the app's banner.
        if (!gone) setExamples([]);
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return examples;
}
