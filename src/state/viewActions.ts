import type { StoreApi } from 'zustand/vanilla';
import type { ImplementationId, TextRange } from '../core/model/index.ts';
import { sameSelection } from './sameSelection.ts';
import type { DialogName, DockTab, Selection, StudioState, ViewState } from './types.ts';

/** What moves the user's view. None of these is in the history. */
export interface ViewActions {
  /** Selects and, where the inspector is a sheet, opens it. */
  readonly select: (selection: Selection) => void;
  /** Selects without opening a sheet: for what the app picks by itself. */
  readonly suggest: (selection: Selection) => void;
  /** Chooses the connection whose handshake is shown. */
  readonly showConnection: (connectionId: string) => void;
  /** Shows a range in the YAML tab: scrolls there once. */
  readonly reveal: (fileId: string, range: TextRange) => void;
  /** Brings a dock tab to the front, opening the dock when it is collapsed. */
  readonly setDockTab: (tab: DockTab) => void;
  readonly setDock: (dock: ViewState['dock']) => void;
  readonly openDialog: (dialog: Exclude<DialogName, 'none'>) => void;
  readonly closeDialog: () => void;
  readonly setGraphMode: (mode: ViewState['graphMode']) => void;
  readonly setTheme: (theme: ViewState['theme']) => void;
  readonly setLens: (lens: ImplementationId | null) => void;
  readonly setSheet: (sheet: ViewState['sheet']) => void;
  readonly setPage: (page: ViewState['page']) => void;
  readonly setInspectorWide: (wide: boolean) => void;
  readonly setLetterKeys: (on: boolean) => void;
}

/** Actions over the `view` part of a studio store. */
export function createViewActions(store: StoreApi<StudioState>): ViewActions {
  const patch = (change: Partial<ViewState>) => {
    store.setState(({ view }) => ({ view: { ...view, ...change } }));
  };
  const select = (selection: Selection, change: Partial<ViewState>) => {
    const current = store.getState().view.selection;
    patch({ ...change, selection: sameSelection(current, selection) ? current : selection });
  };
  const openDock = (tab: DockTab): Partial<ViewState> => {
    const { dock } = store.getState().view;
    return { dockTab: tab, page: 'dock', dock: dock === 'collapsed' ? 'open' : dock };
  };
  return {
    select: (selection) => {
      select(selection, { sheet: selection.kind === 'none' ? 'none' : 'inspector' });
    },
    suggest: (selection) => {
      select(selection, {});
    },
    showConnection: (connectionId) => {
      patch({ connectionId });
    },
    reveal: (fileId, range) => {
      const nonce = (store.getState().view.reveal?.nonce ?? 0) + 1;
      patch({ ...openDock('yaml'), reveal: { fileId, ...range, nonce }, sheet: 'none' });
    },
    setDockTab: (tab) => {
      patch(openDock(tab));
    },
    setDock: (dock) => {
      patch({ dock });
    },
    openDialog: (dialog) => {
      patch({ dialog });
    },
    closeDialog: () => {
      patch({ dialog: 'none' });
    },
    setGraphMode: (graphMode) => {
      patch({ graphMode });
    },
    setTheme: (theme) => {
      patch({ theme });
    },
    setLens: (lens) => {
      patch({ lens });
    },
    setSheet: (sheet) => {
      patch({ sheet });
    },
    setPage: (page) => {
      patch({ page });
    },
    setInspectorWide: (inspectorWide) => {
      patch({ inspectorWide });
    },
    setLetterKeys: (letterKeys) => {
      patch({ letterKeys });
    },
  };
}
