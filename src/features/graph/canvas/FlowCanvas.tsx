import { Background, BackgroundVariant, ReactFlow, type CoordinateExtent } from '@xyflow/react';
import { memo, useMemo, useState } from 'react';
import type { Topology } from '../../../core/topology/types.ts';
import type { Emphasis } from '../model/emphasis.ts';
import type { GraphItems } from '../model/graph-items.ts';
import { LeadLine, ReferenceLine, VerifiesLine } from './edges.tsx';
import { boundsOf, ZOOM } from './fit-viewport.ts';
import { flowEdges, flowNodes } from './flow-elements.ts';
import { HopNode } from './HopNode.tsx';
import { Lanes } from './Lanes.tsx';
import { ObjectNode } from './ObjectNode.tsx';
import type { Camera } from './use-camera.ts';
import { useDrawnLine } from './use-drawn-line.ts';
import { useStripe } from './use-stripe.ts';
import { VerifiesNode } from './VerifiesNode.tsx';

const nodeTypes = { object: ObjectNode, hop: HopNode, verifies: VerifiesNode };
const edgeTypes = { reference: ReferenceLine, line: VerifiesLine, lead: LeadLine };

/** Above this many items only those in sight are in the document. */
const CULL_ABOVE = 150;

/** How far the picture may be pushed out of its pane, in CSS pixels at zoom 1. */
const OVERSCROLL = 320;

const CONNECTION_LINE = { stroke: 'var(--focus)', strokeWidth: 2 };

/** The drawing. Everything that xyflow would do with keys, selection or dragging is off: the panel does it. */
export const FlowCanvas = memo(function FlowCanvas(props: {
  topology: Topology;
  items: GraphItems;
  emphasis: Emphasis;
  tabStop: string | null;
  camera: Camera;
  /** A line was drawn from one object to another. */
  onConnect: ((start: string, end: string) => void) | null;
}) {
  const { topology, items, emphasis, tabStop, camera, onConnect } = props;
  const line = useDrawnLine(items, onConnect);
  const { drawn } = line;
  const nodes = useMemo(
    () => flowNodes(items, emphasis, tabStop, drawn),
    [items, emphasis, tabStop, drawn],
  );
  const culls = nodes.length > CULL_ABOVE;
  const stripe = useStripe();
  const cut = culls ? stripe : null;
  const edges = useMemo(() => flowEdges(topology, emphasis, cut), [topology, emphasis, cut]);
  const extent = useMemo(() => extentOf(topology), [topology]);
  const grown = useGrown(topology);
  return (
    <ReactFlow
      className={grown ? 'grown' : ''}
      aria-label="Graph"
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onlyRenderVisibleElements={culls}
      minZoom={ZOOM.min}
      maxZoom={ZOOM.max}
      translateExtent={extent}
      panOnScroll
      zoomOnDoubleClick={false}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      panActivationKeyCode={null}
      proOptions={{ hideAttribution: true }}
      onMoveStart={camera.onMoveStart}
      onConnectStart={line.onStart}
      onConnectEnd={line.onEnd}
      connectionLineStyle={CONNECTION_LINE}
    >
      <Background variant={BackgroundVariant.Dots} gap={16} size={2} color="var(--dot)" />
      <Lanes topology={topology} stripe={stripe} />
    </ReactFlow>
  );
});

function extentOf(topology: Topology): CoordinateExtent {
  const { x, y, width, height } = boundsOf(topology);
  return [
    [x - OVERSCROLL, y - OVERSCROLL],
    [x + width + OVERSCROLL, y + height + OVERSCROLL],
  ];
}

/** True when the last change added nodes to a picture that had some: then, and only then, places glide. */
function useGrown(topology: Topology): boolean {
  const [known, setKnown] = useState({ topology, grown: false });
  if (known.topology === topology) return known.grown;
  const before = new Set(known.topology.nodes.map(({ id }) => id));
  const grown = before.size > 0 && topology.nodes.some(({ id }) => !before.has(id));
  setKnown({ topology, grown });
  return grown;
}
