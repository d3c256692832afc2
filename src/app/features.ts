import { lazy, type ComponentType } from 'react';

/** A feature takes what it shows from the stores: it has no props. */
export type Feature = ComponentType;

export type FeatureName =
  | 'graph'
  | 'handshake'
  | 'problems'
  | 'status'
  | 'inspector'
  | 'editor'
  | 'export'
  | 'dataPlane'
  | 'checks'
  | 'objects'
  | 'workspaces'
  | 'certificates'
  | 'whatIf'
  | 'conversion';

const loadGraph = async () => (await import('../features/graph/index.ts')).GraphPanel;
const loadHandshake = async () => (await import('../features/handshake/index.ts')).HandshakePanel;
const loadInspector = async () => (await import('../features/inspector/index.ts')).Inspector;
const loadProblems = async () => (await import('../features/problems/index.ts')).ProblemsPanel;
const loadEditor = async () => (await import('../features/editor/index.ts')).EditorPanel;
const loadStatus = async () => (await import('../features/status/index.ts')).StatusPanel;
const loadDataPlane = async () => (await import('../features/data-plane/index.ts')).DataPlanePanel;
const loadChecks = async () => (await import('../features/checks/index.ts')).ChecksDialog;
const loadObjects = async () => (await import('../features/objects/index.ts')).ObjectDialog;
const loadWorkspaces = async () =>
  (await import('../features/workspaces/index.ts')).WorkspacesDialog;
const loadWhatIf = async () => (await import('../features/what-if/index.ts')).WhatIfDialog;
const loadConversion = async () =>
  (await import('../features/conversion/index.ts')).ConversionDialog;
const loadExport = async () => (await import('../features/export/index.ts')).ExportDialog;

const loadCertificates = async () =>
  (await import('../features/certificates/index.ts')).CertificateDialog;

/** A feature in a chunk of its own: one that the first screen does without. */
function later(load: () => Promise<Feature | null>): Feature {
  return lazy(async () => ({ default: (await load()) ?? (() => null) }));
}

/** What the frame mounts. A feature that is not there has no tab, no button and no place. */
export const features: Readonly<Record<FeatureName, Feature | null>> = {
  graph: later(loadGraph),
  handshake: later(loadHandshake),
  problems: later(loadProblems),
  status: later(loadStatus),
  inspector: later(loadInspector),
  editor: later(loadEditor),
  export: later(loadExport),
  dataPlane: later(loadDataPlane),
  checks: later(loadChecks),
  objects: later(loadObjects),
  workspaces: later(loadWorkspaces),
  certificates: later(loadCertificates),
  whatIf: later(loadWhatIf),
  conversion: later(loadConversion),
};

/** Fetches what the first opened file will need, once the page is idle. Monaco waits until it is shown. */
export function preloadFeatures(): void {
  void loadGraph();
  void loadHandshake();
  void loadInspector();
  void loadProblems();
}
