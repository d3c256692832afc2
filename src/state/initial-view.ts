import type { ViewState } from './types.ts';

/** Where the user is looking when the page opens. */
export const initialView: ViewState = {
  screen: 'workspace',
  selection: { kind: 'none' },
  dockTab: 'handshake',
  connectionId: null,
  reveal: null,
  graphMode: 'graph',
  dialog: 'none',
  objectTask: null,
  check: null,
  renewal: null,
  theme: 'system',
  lens: null,
  dock: 'open',
  sheet: 'none',
  page: 'dock',
  inspectorWide: false,
  letterKeys: true,
  simulation: null,
  whatIf: 'dates',
};
