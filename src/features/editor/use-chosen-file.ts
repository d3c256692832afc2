import { useEffect, useState, type RefObject } from 'react';
import { analysisStore, studio } from '../../state/index.ts';
import { selectedPlace } from './selected-place.ts';

/** A file that was chosen after the reveal `nonce`. */
export interface ChosenFile {
  readonly fileId: string;
  readonly nonce: number;
}

/**
 * The file that was asked for last, in the editor's list or by selecting something elsewhere. What the
 * cursor selects while the user types moves nothing: the editor may stand in a definition that a later one
 * replaces.
 */
export function useChosenFile(
  host: RefObject<HTMLElement | null>,
): readonly [ChosenFile | null, (fileId: string) => void] {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  useEffect(
    () =>
      studio.store.subscribe(({ view }, before) => {
        if (view.selection === before.view.selection) return;
        if (host.current?.contains(document.activeElement) === true) return;
        const place = selectedPlace(analysisStore.getState().analysis, view.selection);
        if (place !== null) setChosen({ fileId: place.fileId, nonce: view.reveal?.nonce ?? 0 });
      }),
    [host],
  );
  const choose = (fileId: string) => {
    setChosen({ fileId, nonce: studio.store.getState().view.reveal?.nonce ?? 0 });
  };
  return [chosen, choose];
}
