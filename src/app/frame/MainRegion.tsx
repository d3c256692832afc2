import { Suspense, useEffect, useRef, type RefObject } from 'react';
import { Group, Panel, usePanelRef, type PanelImperativeHandle } from 'react-resizable-panels';
import { studio, useCurrentConnection, useStudio, type ViewState } from '../../state/index.ts';
import { Splitter } from '../../ui/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { features } from '../features.ts';
import { Dock } from './Dock.tsx';

/** CSS pixels. */
const tabsOnly = 38;
/** Percent of the body. */
const openHeight = 58;

/** The graph over the dock. */
export function MainRegion() {
  const dock = useStudio((state) => state.view.dock);
  const panel = useDockPanel(dock);
  const connection = useCurrentConnection();
  const Graph = features.graph;
  return (
    <main className="main" id="main">
      <h1 className="vh">
        {connection === null ? 'Backend TLS' : `Backend TLS of ${connection.label}`}
      </h1>
      <Group className="main-g" id="main-rows" orientation="vertical">
        <Panel id="graph-row" minSize={80}>
          <section
            className="canvas"
            id="graph"
            aria-label="Graph"
            data-region="graph"
            inert={dock === 'maximised'}
          >
            <ErrorBoundary name="graph">
              <Suspense fallback={null}>{Graph === null ? null : <Graph />}</Suspense>
            </ErrorBoundary>
          </section>
        </Panel>
        <Splitter label="Height of the lower panel" grip />
        <Panel
          id="dock-row"
          panelRef={panel}
          defaultSize={`${String(openHeight)}%`}
          minSize={140}
          collapsible
          collapsedSize={tabsOnly}
          onResize={() => {
            followPanel(panel.current?.isCollapsed() ?? false);
          }}
        >
          <Dock />
        </Panel>
      </Group>
    </main>
  );
}

/** Keeps the panel at the state of the store; opening it brings back the height it had. */
function useDockPanel(dock: ViewState['dock']): RefObject<PanelImperativeHandle | null> {
  const panel = usePanelRef();
  const height = useRef(openHeight);
  useEffect(() => {
    const handle = panel.current;
    if (handle === null) return;
    if (dock === 'collapsed' && !handle.isCollapsed()) {
      height.current = handle.getSize().asPercentage;
      handle.collapse();
    }
    if (dock !== 'collapsed' && handle.isCollapsed()) handle.resize(`${String(height.current)}%`);
  }, [dock, panel]);
  return panel;
}

/** Dragging the splitter collapses and opens the dock as its button does. */
function followPanel(collapsed: boolean): void {
  const { dock } = studio.store.getState().view;
  if (collapsed && dock === 'open') studio.setDock('collapsed');
  if (!collapsed && dock === 'collapsed') studio.setDock('open');
}
