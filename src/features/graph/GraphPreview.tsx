import './graph.css';
import { useState } from 'react';
import type { Topology } from '../../core/topology/types.ts';
import { GraphView, type GraphMode } from './GraphView.tsx';
import type { GraphItem } from './model/graph-items.ts';

/** The graph of a setup that is not in the workspace yet. `onShow` gets the key of the object that was chosen. */
export function GraphPreview(props: { topology: Topology; onShow: (objectKey: string) => void }) {
  const { topology, onShow } = props;
  const [mode, setMode] = useState<GraphMode>('graph');
  const show = (item: GraphItem) => {
    onShow(keyOf(item));
  };
  return (
    <GraphView
      topology={topology}
      selection={{ kind: 'none' }}
      objectKey={null}
      mode={mode}
      letterKeys={false}
      onMode={setMode}
      onChoose={show}
      onReveal={show}
      onHandshake={show}
      editing={null}
    />
  );
}

/** The object whose text says most about the item. */
function keyOf(item: GraphItem): string {
  switch (item.kind) {
    case 'object':
      return item.id;
    case 'hop':
      return item.hop.source;
    case 'verifies':
      return item.edge.target;
    default:
      return item satisfies never;
  }
}
