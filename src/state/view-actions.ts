import type { StoreApi } from 'zustand/vanilla';
import type { ImplementationId, TextRange } from '../core/model/index.ts';
import { sameSelection } from './same-selection.ts';
import type {
  DialogName,
  DockTab,
  ObjectTask,
  Selection,
  StudioState,
  ViewState,
} from './types.ts';

/** What moves the user's view. None of these is in the history. */
export interface ViewActions {
  readonly setScreen: (screen: ViewState['screen']) => void;
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
  /** Opens the list of all checks, at the page of `code` if one is given. */
  readonly openChecks: (code: string | null) => void;
  /** Opens the dialog in which something is done with an object. */
  readonly openTask: (task: ObjectTask) => void;
  /** Opens the form that issues a certificate, or issues the one with this id again. */
  readonly openIssuing: (renewal: string | null) => void;
  /** Opens the what-if dialog at one of its pages. */
  readonly openWhatIf: (tab: ViewState['whatIf']) => void;
  /** Shows a variant in place of the documents, which stay as they are; null shows the documents again. */
  readonly simulate: (variant: ViewState['simulation']) => void;
  readonly setGraphMode: (mode: ViewState['graphMode']) => void;
  readonly setTheme: (theme: ViewState['theme']) => void;
  readonly setLens: (lens: ImplementationId | null) => void;
  readonly setSheet: (sheet: ViewState['sheet']) => void;
  readonly setPage: (page: ViewState['page']) => void;
  readonly setInspectorWide: (wide: boolean) => void;
  readonly setLetterKeys: (on: boolean) => void;
}

type Patch = (change: Partial<ViewState>) => void;

/** Actions over the `view` part of a studio store. */
export function createViewActions(store: StoreApi<StudioState>): ViewActions {
  const view = () => store.getState().view;
  const patch: Patch = (change) => {
    store.setState((state) => ({ view: { ...state.view, ...change } }));
  };
  const select = (selection: Selection, change: Partial<ViewState>) => {
    const current = view().selection;
    patch({ ...change, selection: sameSelection(current, selection) ? current : selection });
  };
  const openDock = (tab: DockTab): Partial<ViewState> => {
    const { dock } = view();
    return { dockTab: tab, page: 'dock', dock: dock === 'collapsed' ? 'open' : dock };
  };
  return {
    ...setters(patch),
    select: (selection) => {
      select(selection, { sheet: selection.kind === 'none' ? 'none' : 'inspector' });
    },
    suggest: (selection) => {
      select(selection, {});
    },
    reveal: (fileId, range) => {
      const nonce = (view().reveal?.nonce ?? 0) + 1;
      patch({ ...openDock('yaml'), reveal: { fileId, ...range, nonce }, sheet: 'none' });
    },
    setDockTab: (tab) => {
      patch(openDock(tab));
    },
    ...dialogActions(patch),
  };
}

/** Actions that open and close dialogs. */
function dialogActions(
  patch: Patch,
): Pick<
  ViewActions,
  'openChecks' | 'openTask' | 'openIssuing' | 'openWhatIf' | 'openDialog' | 'closeDialog'
> {
  return {
    openChecks: (code) => {
      patch({ dialog: 'checks', check: code });
    },
    openTask: (task) => {
      patch({
        dialog: task.do === 'issue' ? 'certificate' : 'object',
        objectTask: task,
        renewal: null,
      });
    },
    openIssuing: (renewal) => {
      patch({ dialog: 'certificate', renewal, objectTask: null });
    },
    openWhatIf: (whatIf) => {
      patch({ dialog: 'what-if', whatIf });
    },
    openDialog: (dialog) => {
      // What is exported is the documents, never a variant of them.
      patch(dialog === 'export' ? { dialog, simulation: null } : { dialog });
    },
    closeDialog: () => {
      patch({ dialog: 'none', objectTask: null });
    },
  };
}

/** Actions that set one value and nothing else. */
function setters(
  patch: Patch,
): Omit<
  ViewActions,
  | 'select'
  | 'suggest'
  | 'reveal'
  | 'setDockTab'
  | 'closeDialog'
  | 'openChecks'
  | 'openTask'
  | 'openIssuing'
  | 'openDialog'
  | 'openWhatIf'
> {
  const setter =
    <Key extends keyof ViewState>(key: Key) =>
    (value: ViewState[Key]) => {
      patch({ [key]: value });
    };
  return {
    setScreen: setter('screen'),
    showConnection: setter('connectionId'),
    setDock: setter('dock'),
    setGraphMode: setter('graphMode'),
    setTheme: setter('theme'),
    setLens: setter('lens'),
    setSheet: setter('sheet'),
    setPage: setter('page'),
    setInspectorWide: setter('inspectorWide'),
    setLetterKeys: setter('letterKeys'),
    simulate: setter('simulation'),
  };
}
