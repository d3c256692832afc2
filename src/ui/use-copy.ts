import { useEffect, useState } from 'react';

export type CopyState = 'ready' | 'copied' | 'refused';

/** How long the answer to a copy stays, in milliseconds. */
const SHOWN = 2000;

/** Copies texts to the clipboard and tells for two seconds whether that worked. */
export function useCopy(): { readonly state: CopyState; readonly copy: (text: string) => void } {
  const [state, setState] = useState<CopyState>('ready');
  useEffect(() => {
    if (state === 'ready') return undefined;
    const timer = setTimeout(() => {
      setState('ready');
    }, SHOWN);
    return () => {
      clearTimeout(timer);
    };
  }, [state]);
  const copy = (text: string) => {
    void write(text).then((done) => {
      setState(done ? 'copied' : 'refused');
    });
  };
  return { state, copy };
}

/** On plain-http origins there is no clipboard to write to: the user is told. */
async function write(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
