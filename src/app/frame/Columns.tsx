import { Suspense, useEffect, useState } from 'react';
import { Group, Panel, usePanelRef, type Layout } from 'react-resizable-panels';
import { WorkspacePanel } from '../../features/workspace/index.ts';
import { useStudio } from '../../state/index.ts';
import { Splitter } from '../../ui/index.ts';
import { readSetting, writeSetting } from '../device-settings.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { features } from '../features.ts';
import { MainRegion } from './MainRegion.tsx';

type ColumnTier = 'compact' | 'wide' | 'huge';

/** CSS pixels, from the design's resize table. */
const widths: Readonly<Record<ColumnTier, { tree: number; inspector: number }>> = {
  compact: { tree: 204, inspector: 312 },
  wide: { tree: 236, inspector: 344 },
  huge: { tree: 264, inspector: 400 },
};
const wideInspector = 724;

/** Tree, main and inspector side by side, with splitters. Widths are remembered for each window size. */
export function Columns({ tier }: { tier: ColumnTier }) {
  const [saved] = useState(() => readLayout(tier));
  const inspector = usePanelRef();
  const maximised = useStudio((state) => state.view.dock === 'maximised');
  const wide = useStudio((state) => state.view.inspectorWide) && tier !== 'compact';
  const Inspector = features.inspector;
  const narrowWidth = widths[tier].inspector;
  useEffect(() => {
    if (!wide) return;
    const panel = inspector.current;
    const before = panel?.getSize().inPixels ?? narrowWidth;
    if (before >= wideInspector) return;
    panel?.resize(wideInspector);
    return () => {
      panel?.resize(before);
    };
  }, [wide, inspector, narrowWidth]);
  return (
    <Group
      className="body"
      id="columns"
      {...(saved === undefined ? {} : { defaultLayout: saved })}
      onLayoutChanged={(layout, meta) => {
        if (meta.isUserInteraction) writeSetting(`columns.${tier}`, JSON.stringify(layout));
      }}
    >
      <Panel
        id="tree"
        defaultSize={widths[tier].tree}
        minSize={180}
        maxSize={360}
        groupResizeBehavior="preserve-pixel-size"
      >
        <aside className="side" aria-label="Workspace" data-region="workspace" inert={maximised}>
          <ErrorBoundary name="workspace">
            <WorkspacePanel />
          </ErrorBoundary>
        </aside>
      </Panel>
      <Splitter label="Width of the workspace" />
      <Panel id="main" minSize={360}>
        <MainRegion />
      </Panel>
      {Inspector === null ? null : <Splitter label="Width of the inspector" />}
      {Inspector === null ? null : (
        <Panel
          id="inspector"
          panelRef={inspector}
          defaultSize={narrowWidth}
          minSize={300}
          maxSize={760}
          groupResizeBehavior="preserve-pixel-size"
        >
          <aside className="insp" aria-label="Inspector" data-region="inspector" inert={maximised}>
            <ErrorBoundary name="inspector">
              <Suspense fallback={null}>
                <Inspector />
              </Suspense>
            </ErrorBoundary>
          </aside>
        </Panel>
      )}
    </Group>
  );
}

function readLayout(tier: ColumnTier): Layout | undefined {
  const text = readSetting(`columns.${tier}`);
  if (text === null) return undefined;
  try {
    return decodeLayout(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function decodeLayout(value: unknown): Layout | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
