import { lazy, type ComponentType } from 'react';
import { GraphPanel } from '../features/graph/index.ts';
import { ExportDialog } from '../features/export/index.ts';
import { HandshakePanel } from '../features/handshake/index.ts';
import { Inspector } from '../features/inspector/index.ts';
import { ProblemsPanel } from '../features/problems/index.ts';

/** A feature takes what it shows from the stores: it has no props. */
export type Feature = ComponentType;

/** The editor carries Monaco: loaded when the YAML tab is first shown. */
const EditorPanel = lazy(async () => {
  const { EditorPanel: panel } = await import('../features/editor/index.ts');
  return { default: panel };
});

export type FeatureName = 'graph' | 'handshake' | 'problems' | 'inspector' | 'editor' | 'export';

/** What the frame mounts. A feature that is not there has no tab, no button and no place. */
export const features: Readonly<Record<FeatureName, Feature | null>> = {
  graph: GraphPanel,
  handshake: HandshakePanel,
  problems: ProblemsPanel,
  inspector: Inspector,
  editor: EditorPanel,
  export: ExportDialog,
};
