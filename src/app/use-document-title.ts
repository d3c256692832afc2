import { useEffect } from 'react';
import { isEmptyWorkspace, useCurrentHandshake, useStudio } from '../state/index.ts';

/** `Fails at step 8 · Backend TLS Studio`: the outcome is also on the browser's tab. */
export function useDocumentTitle(): void {
  const empty = useStudio((state) => isEmptyWorkspace(state.workspace));
  const headline = useCurrentHandshake()?.outcome.headline;
  useEffect(() => {
    const product = 'Backend TLS Studio';
    document.title = empty || headline === undefined ? product : `${headline} · ${product}`;
  }, [empty, headline]);
}
