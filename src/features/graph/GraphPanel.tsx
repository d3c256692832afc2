import './graph.css';
import { useCallback } from 'react';
import type { Topology } from '../../core/topology/types.ts';
import {
  applyEdit,
  revealField,
  revealObject,
  studio,
  useAnalysis,
  useSelectedObjectKey,
  useStudio,
} from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { connectionBetween, ObjectContextMenu } from '../../views/index.ts';
import { GraphView } from './GraphView.tsx';
import type { GraphItem } from './model/graph-items.ts';

/** The graph of trust of the last good analysis, in step with the selection everywhere else. */
export function GraphPanel() {
  const topology = useAnalysis((state) => state.analysis?.topology ?? null);
  if (topology === null) return null;
  return topology.nodes.length === 0 ? <NothingToDraw /> : <Graph topology={topology} />;
}

function NothingToDraw() {
  return (
    <div className="graph graph-empty">
      <EmptyState
        title="Nothing to draw yet"
        action={
          <Button
            onClick={() => {
              studio.openDialog('examples');
            }}
          >
            Open an example
          </Button>
        }
      >
        Add a Gateway, an HTTPRoute and a Service. A BackendTLSPolicy with its CA makes the hop TLS.
      </EmptyState>
    </div>
  );
}

function Graph({ topology }: { topology: Topology }) {
  const selection = useStudio((state) => state.view.selection);
  const mode = useStudio((state) => state.view.graphMode);
  const letterKeys = useStudio((state) => state.view.letterKeys);
  const objectKey = useSelectedObjectKey();
  const onReveal = useCallback(
    (item: GraphItem) => {
      reveal(topology, item);
    },
    [topology],
  );
  const onHandshake = useCallback(
    (item: GraphItem) => {
      showHandshake(topology, item);
    },
    [topology],
  );
  return (
    <ObjectContextMenu>
      <GraphView
        topology={topology}
        selection={selection}
        objectKey={objectKey}
        mode={mode}
        letterKeys={letterKeys}
        onMode={studio.setGraphMode}
        onChoose={choose}
        onReveal={onReveal}
        onHandshake={onHandshake}
        editing={EDITING}
      />
    </ObjectContextMenu>
  );
}

/** Shows the item in the inspector, and the connection it belongs to in the handshake. */
function choose(item: GraphItem): void {
  switch (item.kind) {
    case 'object':
      studio.select({ kind: 'object', objectKey: item.id });
      return;
    case 'hop':
      studio.select({ kind: 'hop', hopId: item.id });
      showOneOf(item.hop.connectionIds);
      return;
    case 'verifies': {
      const { connectionId, step } = item.edge;
      studio.select({ kind: 'step', connectionId, step });
      studio.showConnection(connectionId);
      return;
    }
    default:
      item satisfies never;
  }
}

const EDITING = { onTask: studio.openTask, onConnect: connect };

/** At once where the API has one field for it; where there are more, or it cannot be, the dialog tells. */
function connect(start: string, end: string): void {
  const between = connectionBetween(start, end);
  if (between === null) return;
  const { from, to, ways } = between;
  const ask = () => {
    studio.openTask({ do: 'connect', objectKey: from, to });
  };
  const [way] = ways;
  if (way === undefined || ways.length > 1) {
    ask();
    return;
  }
  applyEdit({ do: 'connect', from, to, way: way.id }).then(({ kind }) => {
    if (kind === 'refused') ask();
  }, ask);
}

/** Keeps the connection on show when it is one of them. */
function showOneOf(connectionIds: readonly string[]): void {
  const { connectionId } = studio.store.getState().view;
  const [first] = connectionIds;
  if (connectionId !== null && connectionIds.includes(connectionId)) return;
  if (first !== undefined) studio.showConnection(first);
}

/** To the object, or, where there is none, to the field that speaks of it. */
function reveal(topology: Topology, item: GraphItem): void {
  if (item.kind === 'verifies') revealField(item.edge.field);
  else if (item.kind === 'hop') revealObject(item.hop.source);
  else if (!item.node.ghost) revealObject(item.id);
  else {
    const edge = topology.edges.find(({ target }) => target === item.id);
    if (edge) revealField(edge.field);
  }
}

/** The handshake of a hop that the item takes part in. */
function showHandshake({ hops }: Topology, item: GraphItem): void {
  const own = hops.filter(({ id, members }) => id === item.id || members.includes(item.id));
  const connectionIds =
    item.kind === 'verifies' ? [item.edge.connectionId] : own.flatMap((hop) => hop.connectionIds);
  if (connectionIds.length === 0) return;
  showOneOf(connectionIds);
  studio.setDockTab('handshake');
}
